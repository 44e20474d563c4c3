package dev.levada.fetch.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.levada.core.secret.DecryptionFailed;
import dev.levada.core.secret.KeyService;
import dev.levada.core.secret.WrappedKey;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The exchanges by which a service account's token becomes the identity that a cloud's key service
/// is asked as, against servers that speak their protocols and check what they are shown.
class WorkloadTest {

  private static final byte[] DATA_KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final String PLAIN = Base64.getEncoder().encodeToString(DATA_KEY);
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-08-30T12:36:00Z"));
  private static final String RESOURCE = "projects/p/locations/global/keyRings/r/cryptoKeys/k";
  private static final String POOL =
      "projects/1/locations/global/workloadIdentityPools/a/providers/b";

  private final RestClient rest = new RestClient();
  private final List<String> audiences = new ArrayList<>();

  private Workload account(Map<String, String> annotations) {
    return new Workload() {
      @Override
      public String name() {
        return "apps/opener";
      }

      @Override
      public Map<String, String> annotations() {
        return annotations;
      }

      @Override
      public String token(String audience) {
        audiences.add(audience);
        return "token/for+" + audience;
      }
    };
  }

  private static Map<String, String> fields(String form) {
    return Arrays.stream(form.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static String authorization(HttpExchange request) {
    return String.valueOf(request.getRequestHeaders().getFirst("Authorization"));
  }

  private static void assertOpened(KeyService.Result result) {
    assertThat(result).isInstanceOf(KeyService.Result.Opened.class);
    assertThat(((KeyService.Result.Opened) result).key()).isEqualTo(DATA_KEY);
  }

  private static void assertRefused(KeyService.Result result, String why) {
    assertThat(result).isInstanceOf(KeyService.Result.Refused.class);
    assertThat(((KeyService.Result.Refused) result).why()).contains(why).doesNotContain("token/");
  }

  private static final WrappedKey AWS_KEY =
      new WrappedKey.AwsKms("arn:aws:kms:eu-west-1:1:key/2", "", Map.of(), "c2VhbGVk");

  private static String aws(HttpExchange request, String body) {
    if (authorization(request).contains("Credential=ASIA/20260830/eu-west-1/kms")) {
      return "session".equals(request.getRequestHeaders().getFirst("x-amz-security-token"))
          ? "{\"Plaintext\":\"" + PLAIN + "\"}"
          : "";
    }
    Map<String, String> asked = fields(body);
    return asked.get("Action").equals("AssumeRoleWithWebIdentity")
            && asked.get("RoleArn").equals("arn:aws:iam::1:role/opener")
            && asked.get("RoleSessionName").equals("levada.apps.opener")
            && asked.get("WebIdentityToken").equals("token/for+sts.amazonaws.com")
        ? "{\"AssumeRoleWithWebIdentityResponse\":{\"AssumeRoleWithWebIdentityResult\":{"
            + "\"Credentials\":{\"AccessKeyId\":\"ASIA\",\"SecretAccessKey\":\"s\","
            + "\"SessionToken\":\"session\"}}}}"
        : "";
  }

  private AwsKms aws(URI server, Map<String, String> annotations) {
    var role = new AwsRole(rest, account(annotations), _ -> server.resolve("/"));
    return new AwsKms(rest, role, CLOCK, _ -> server.resolve("/"));
  }

  @Test
  void awsGivesASessionOfTheRoleOnceForAllKeysOfARegion() {
    try (var server = new KeyServer(WorkloadTest::aws)) {
      AwsKms kms =
          aws(server.address(), Map.of("eks.amazonaws.com/role-arn", "arn:aws:iam::1:role/opener"));
      assertOpened(kms.unwrap(AWS_KEY));
      assertOpened(kms.unwrap(AWS_KEY));
      assertThat(audiences).containsExactly("sts.amazonaws.com");
      assertRefused(
          aws(server.address(), Map.of("eks.amazonaws.com/role-arn", "arn:aws:iam::1:role/other"))
              .unwrap(AWS_KEY),
          "127.0.0.1 answered with HTTP status 403");
    }
  }

  @Test
  void anAccountWithoutARoleIsToldAndNothingIsAsked() {
    assertRefused(
        aws(URI.create("http://127.0.0.1:1"), Map.of()).unwrap(AWS_KEY),
        "ServiceAccount apps/opener has no annotation eks.amazonaws.com/role-arn");
    assertThat(audiences).isEmpty();
  }

  @Test
  void azureTakesTheTokenForTheApplicationsSecret() {
    try (var server =
        new KeyServer((request, body) -> {
          String path = request.getRequestURI().getPath();
          if (path.equals("/usual/oauth2/v2.0/token") || path.equals("/own/oauth2/v2.0/token")) {
            Map<String, String> asked = fields(body);
            return asked.get("client_id").equals("app")
                    && asked.get("client_assertion").equals("token/for+api://AzureADTokenExchange")
                    && asked.get("client_assertion_type").endsWith(":jwt-bearer")
                    && asked.get("grant_type").equals("client_credentials")
                ? "{\"access_token\":\"granted by " + path.split("/", -1)[1] + "\"}"
                : "";
          }
          return authorization(request).startsWith("Bearer granted by ")
              ? "{\"value\":\""
                  + Base64.getUrlEncoder().withoutPadding().encodeToString(DATA_KEY)
                  + "\"}"
              : "";
        })) {
      var places = new AzureKeyVault.Places(server.address(), "http", List.of("127.0.0.1"));
      var key = new WrappedKey.AzureKeyVault(server.address().toString(), "sops", "1", "c2Vh");
      var client = Map.of("azure.workload.identity/client-id", "app");
      var both =
          Map.of(
              "azure.workload.identity/client-id",
              "app",
              "azure.workload.identity/tenant-id",
              "own");
      assertOpened(
          new AzureKeyVault(rest, new EntraWorkload(account(client), "usual"), places).unwrap(key));
      assertOpened(
          new AzureKeyVault(rest, new EntraWorkload(account(both), ""), places).unwrap(key));
      assertRefused(
          new AzureKeyVault(rest, new EntraWorkload(account(client), ""), places).unwrap(key),
          "has no annotation azure.workload.identity/tenant-id");
      assertRefused(
          new AzureKeyVault(rest, new EntraWorkload(account(client), "../x"), places).unwrap(key),
          "names no Azure tenant");
    }
  }

  private static String google(HttpExchange request, String body) {
    return switch (request.getRequestURI().getPath()) {
      case "/computeMetadata/v1/project/project-id" -> "p";
      case "/computeMetadata/v1/instance/attributes/cluster-location" -> "europe-west1";
      case "/computeMetadata/v1/instance/attributes/cluster-name" -> "c";
      case "/v1/token" -> {
        Map<String, String> asked = fields(body);
        String known =
            Map.of(
                    "//iam.googleapis.com/" + POOL,
                    "token/for+https://iam.googleapis.com/" + POOL,
                    "identitynamespace:p.svc.id.goog:https://container.googleapis.com/v1/projects/p"
                        + "/locations/europe-west1/clusters/c",
                    "token/for+p.svc.id.goog")
                .getOrDefault(asked.get("audience"), "");
        yield asked.get("subject_token").equals(known) ? "{\"access_token\":\"federated\"}" : "";
      }
      case "/v1/projects/-/serviceAccounts/sops@p.iam.gserviceaccount.com:generateAccessToken" ->
          authorization(request).equals("Bearer federated") ? "{\"accessToken\":\"acting\"}" : "";
      case "/v1/" + RESOURCE + ":decrypt" ->
          authorization(request).matches("Bearer (federated|acting)")
              ? "{\"plaintext\":\"" + PLAIN + "\"}"
              : "";
      default -> "";
    };
  }

  private GcpKms google(URI server, Map<String, String> annotations) {
    var places = new GcpWorkload.Places(server, server, server);
    return new GcpKms(rest, new GcpWorkload(rest, account(annotations), places), server);
  }

  @Test
  void googleTakesATokenOfThePoolOrOfTheClustersOwn() {
    var key = new WrappedKey.GcpKms(RESOURCE, "c2VhbGVk");
    String pool = "gcp.auth.fluxcd.io/workload-identity-provider";
    String account = "iam.gke.io/gcp-service-account";
    try (var server = new KeyServer(WorkloadTest::google)) {
      URI address = server.address();
      assertOpened(google(address, Map.of()).unwrap(key));
      assertOpened(google(address, Map.of(pool, POOL)).unwrap(key));
      assertOpened(
          google(address, Map.of(pool, POOL, account, "sops@p.iam.gserviceaccount.com"))
              .unwrap(key));
      assertThat(audiences)
          .containsExactly(
              "p.svc.id.goog",
              "https://iam.googleapis.com/" + POOL,
              "https://iam.googleapis.com/" + POOL);
      assertRefused(
          google(address, Map.of(account, "../../other")).unwrap(key),
          "names no account of Google's");
      assertRefused(google(address, Map.of(pool, "projects/2")).unwrap(key), "HTTP status 403");
    }
  }

  private static String vault(HttpExchange request, String body, String address) {
    return switch (request.getRequestURI().getPath()) {
      case "/v1/team/auth/kubernetes/login" ->
          body.equals("{\"role\":\"apps_opener\",\"jwt\":\"token/for+" + address + "\"}")
              ? "{\"auth\":{\"client_token\":\"hvs.short\"}}"
              : "";
      case "/v1/sops/decrypt/first" ->
          "hvs.short".equals(request.getRequestHeaders().getFirst("X-Vault-Token"))
              ? "{\"data\":{\"plaintext\":\"" + PLAIN + "\"}}"
              : "";
      default -> "";
    };
  }

  @Test
  void vaultLogsTheAccountInOnceWhereTheListSaysSo() {
    try (var server =
        new KeyServer((request, body) ->
            vault(request, body, "http://" + request.getRequestHeaders().getFirst("Host")))) {
      String address = server.address().toString();
      String list = "instances: [{address: '%s/', loginPath: team/auth/kubernetes/login}]";
      var instances = VaultInstances.read(list.formatted(address).getBytes(StandardCharsets.UTF_8));
      var vault = new VaultTransit(rest, new VaultWorkload(rest, account(Map.of()), instances));
      var key = new WrappedKey.VaultTransit(address, "sops", "first", "vault:v1:c2Vh");
      assertOpened(vault.unwrap(key));
      assertOpened(vault.unwrap(key));
      assertThat(audiences).containsExactly(address);

      assertRefused(
          vault.unwrap(new WrappedKey.VaultTransit("http://127.0.0.1:1", "sops", "first", "v")),
          "ServiceAccount apps/opener may not log in at http://127.0.0.1:1");
      assertThat(audiences).as("no token for whom a file names").containsExactly(address);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "instances: [{address: 'file:///etc', loginPath: login}] | 'file:///etc' is no http",
        "instances: [{address: 'https://me@x', loginPath: login}] | 'https://me@x' is no http",
        "instances: [{address: 'https://x', loginPath: ../sys}] | '../sys' is no loginPath",
        "instances: [{address: 'https://x'}] | '' is no loginPath of https://x",
        "instances: [here] | an instance is no mapping",
        "[] | it is no mapping"
      })
  void aListThatIsNoneIsRefused(String yaml, String why) {
    assertThatThrownBy(() -> VaultInstances.read(yaml.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(DecryptionFailed.class)
        .hasMessageContaining(why);
  }

  @Test
  void whatTheSecretHasCredentialsForIsNotAskedAsTheAccount() {
    var services = new KeyServices(CLOCK, "");
    Workload account = account(Map.of());
    var vaults = new VaultInstances(Map.of("https://vault.example.com", "auth/kubernetes/login"));
    assertThat(services.of(account, VaultInstances.NONE, Map.of())).hasSize(3);
    assertThat(services.of(account, vaults, Map.of())).hasSize(4);
    assertThat(services.of(account, vaults, Map.of("sops.vault-token", new byte[0]))).hasSize(3);
    assertThat(services.of(account, VaultInstances.NONE, Map.of("sops.aws-kms", new byte[0])))
        .hasSize(2);
  }
}
