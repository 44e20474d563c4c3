package dev.levada.fetch.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.fetch.Credentials;
import dev.levada.fetch.http.WebClient;
import dev.levada.fetch.http.WebRequest;
import dev.levada.fetch.http.WebSettings;
import dev.levada.fetch.oci.ImageName;
import dev.levada.testbed.exchange.Answer;
import dev.levada.testbed.exchange.Asked;
import dev.levada.testbed.exchange.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The logins of the three clouds, as their public documentation describes the exchanges.
class CloudLoginTest {

  private static final Instant NOW = Instant.parse("2015-08-30T12:36:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final ImageName ECR =
      ImageName.parse("123456789012.dkr.ecr.eu-west-1.amazonaws.com/app");

  @TempDir Path folder;
  private final WebClient client = new WebClient(WebSettings.standard());

  @AfterEach
  void close() {
    client.close();
  }

  private Surroundings around(Map<String, String> environment) {
    return new Surroundings(client, environment, CLOCK);
  }

  private String tokenFile() throws IOException {
    return Files.writeString(folder.resolve("token"), "service-account-token\n").toString();
  }

  @Test
  void requestsAreSignedAsThePublishedExampleIs() {
    var keys =
        new SignatureV4(
            "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "", "us-east-1", "service");

    WebRequest signed =
        keys.sign(WebRequest.get(URI.create("https://example.amazonaws.com/")), NOW);

    assertThat(signed.headers().get("Authorization"))
        .isEqualTo(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                + " SignedHeaders=host;x-amz-date,"
                + " Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
  }

  private static Answer aws(Asked asked) {
    String pair = Base64.getEncoder().encodeToString("AWS:pass".getBytes(StandardCharsets.UTF_8));
    return switch (asked.line()) {
      case "PUT /latest/api/token" -> Answer.text(200, "text/plain", "machine-token");
      case "GET /latest/meta-data/iam/security-credentials/" ->
          Answer.text(200, "text/plain", "node-role\n");
      case "GET /latest/meta-data/iam/security-credentials/node-role" ->
          Answer.json(
              asked.header("X-aws-ec2-metadata-token").orElse("").equals("machine-token")
                  ? 200
                  : 401,
              "{\"AccessKeyId\":\"MACHINE\",\"SecretAccessKey\":\"s\",\"Token\":\"t\"}");
      case "POST /" ->
          asked.body().contains("WebIdentityToken=service-account-token")
              ? Answer.json(
                  200,
                  "{\"AssumeRoleWithWebIdentityResponse\":{\"AssumeRoleWithWebIdentityResult\":{"
                      + "\"Credentials\":{\"AccessKeyId\":\"ROLE\",\"SecretAccessKey\":\"s\","
                      + "\"SessionToken\":\"t\"}}}}")
              : Answer.json(
                  200, "{\"authorizationData\":[{\"authorizationToken\":\"" + pair + "\"}]}");
      default -> Answer.json(404, "{}");
    };
  }

  private String awsSigner(Map<String, String> more) {
    try (var server = new ScriptedServer(CloudLoginTest::aws)) {
      var environment = new HashMap<>(more);
      environment.put("AWS_ENDPOINT_URL_ECR", server.base());
      environment.put("AWS_ENDPOINT_URL_STS", server.base());
      environment.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", server.base());

      assertThat(new AwsLogin(around(environment)).login(ECR).credentials())
          .isEqualTo(new Credentials.Basic("AWS", "pass"));

      return server.asked().getLast().header("Authorization").orElse("");
    }
  }

  @Test
  void ecrIsAskedWithTheKeysThatAreThere() throws IOException {
    assertThat(awsSigner(Map.of("AWS_ACCESS_KEY_ID", "GIVEN", "AWS_SECRET_ACCESS_KEY", "s")))
        .contains("Credential=GIVEN/20150830/eu-west-1/ecr/aws4_request");
    assertThat(
            awsSigner(
                Map.of(
                    "AWS_WEB_IDENTITY_TOKEN_FILE",
                    tokenFile(),
                    "AWS_ROLE_ARN",
                    "arn:aws:iam::1:role/r")))
        .contains("Credential=ROLE/")
        .contains("x-amz-security-token");
    assertThat(awsSigner(Map.of())).contains("Credential=MACHINE/");
  }

  @Test
  void googleIsAskedForAToken() {
    Function<Asked, Answer> metadata =
        asked ->
            asked.header("Metadata-Flavor").orElse("").equals("Google")
                ? Answer.json(200, "{\"access_token\":\"ya29\",\"expires_in\":3599}")
                : Answer.empty(403);
    try (var server = new ScriptedServer(metadata)) {
      var login = new GcpLogin(around(Map.of("GCE_METADATA_HOST", server.host())));

      RegistryLogin.Pass pass =
          login.login(ImageName.parse("europe-docker.pkg.dev/project/repo/app"));

      assertThat(pass.credentials()).isEqualTo(new Credentials.Basic("oauth2accesstoken", "ya29"));
      assertThat(pass.until()).isEqualTo(NOW.plusSeconds(3599));
    }
  }

  @Test
  void azureExchangesATokenForOneOfTheRegistry() throws IOException {
    try (var server = new ScriptedServer(CloudLoginTest::azure)) {
      ImageName image = ImageName.parse(server.host() + "/app");
      Map<String, String> workload =
          Map.of(
              "AZURE_AUTHORITY_HOST",
              server.base(),
              "AZURE_TENANT_ID",
              "tenant",
              "AZURE_CLIENT_ID",
              "client",
              "AZURE_FEDERATED_TOKEN_FILE",
              tokenFile());
      Map<String, String> machine = Map.of("AZURE_POD_IDENTITY_AUTHORITY_HOST", server.base());
      var expected =
          new Credentials.Basic("00000000-0000-0000-0000-000000000000", "registry-refresh");

      assertThat(new AzureLogin(around(workload), true).login(image).credentials())
          .isEqualTo(expected);
      assertThat(new AzureLogin(around(machine), true).login(image).credentials())
          .isEqualTo(expected);
    }
  }

  private static Answer azure(Asked asked) {
    String path = asked.path().split("\\?", 2)[0];
    return switch (asked.method() + " " + path) {
      case "POST /tenant/oauth2/v2.0/token" ->
          Answer.json(
              asked.body().endsWith("client_assertion=service-account-token") ? 200 : 400,
              "{\"access_token\":\"aad\"}");
      case "GET /metadata/identity/oauth2/token" -> Answer.json(200, "{\"access_token\":\"aad\"}");
      case "POST /oauth2/exchange" ->
          Answer.json(
              asked.body().endsWith("access_token=aad") ? 200 : 401,
              "{\"refresh_token\":\"registry-refresh\"}");
      default -> Answer.json(404, "{}");
    };
  }

  @Test
  void whatGoesWrongIsTold() {
    try (var server = new ScriptedServer(asked -> Answer.json(400, "{\"error\":\"denied\"}"))) {
      var around = around(Map.of("GCE_METADATA_HOST", server.host()));

      assertThatThrownBy(() -> new GcpLogin(around).login(ImageName.parse("gcr.io/p/app")))
          .hasMessageContaining(
              "logging in to Google's registry failed: 127.0.0.1 answered HTTP 400")
          .hasMessageContaining("Let the engine's service account use the registry");
      assertThatThrownBy(() -> new AwsLogin(around).login(ImageName.parse("ghcr.io/x")))
          .hasMessageContaining("ghcr.io is no registry of ECR");
    }
  }
}
