package dev.levada.fetch.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.secret.DecryptionFailed;
import dev.levada.core.secret.KeyService;
import dev.levada.core.secret.WrappedKey;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.junit.jupiter.api.Test;

/// Each service against a server that speaks its protocol and checks what it is shown.
class KeyServicesTest {

  private static final byte[] DATA_KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final String PLAIN = Base64.getEncoder().encodeToString(DATA_KEY);
  private static final Instant NOW = Instant.parse("2015-08-30T12:36:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final AwsCredentials AWS =
      new AwsCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "");

  private final RestClient rest = new RestClient();

  @Test
  void vaultOpensAKeyForAToken() {
    try (var vault =
        new KeyServer((request, body) ->
            request.getRequestURI().getPath().equals("/v1/team/transit/decrypt/sops")
                    && "s.token".equals(request.getRequestHeaders().getFirst("X-Vault-Token"))
                    && body.equals("{\"ciphertext\":\"vault:v1:abc\"}")
                ? "{\"data\":{\"plaintext\":\"" + PLAIN + "\"}}"
                : "")) {
      var key =
          new WrappedKey.VaultTransit(
              vault.address() + "/", "team/transit", "sops", "vault:v1:abc");
      assertOpened(new VaultTransit(rest, _ -> "s.token").unwrap(key));
      assertRefused(
          new VaultTransit(rest, _ -> "s.other").unwrap(key), "HTTP status 403", "s.other");
    }
  }

  @Test
  void awsOpensAKeyForASignedRequest() {
    try (var kms = new KeyServer(KeyServicesTest::awsAnswer)) {
      var key =
          new WrappedKey.AwsKms(
              "arn:aws:kms:eu-west-1:1:key/2", "", Map.of("app", "web"), "c2VhbGVk");
      assertOpened(aws(AWS, kms.address()).unwrap(key));
      var other = new AwsCredentials(AWS.id(), "another secret", "");
      assertRefused(aws(other, kms.address()).unwrap(key), "HTTP status 403", "another secret");
    }
  }

  @Test
  void awsRequestsAreSignedAsItsTestSuiteSignsThem() {
    assertThat(
            AwsSignature.sign(
                    AWS,
                    "us-east-1",
                    "service",
                    Map.of("host", "example.amazonaws.com"),
                    new byte[0],
                    NOW)
                .get("Authorization"))
        .endsWith("Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
  }

  @Test
  void awsRolesAreRefusedAndNotLeftOut() {
    var key = new WrappedKey.AwsKms("arn:aws:kms:eu-west-1:1:key/2", "arn:r", Map.of(), "c2Vh");
    assertRefused(
        aws(AWS, URI.create("http://127.0.0.1:1")).unwrap(key),
        "assuming role arn:r",
        AWS.secret());
  }

  private AwsKms aws(AwsCredentials credentials, URI address) {
    return new AwsKms(rest, credentials, CLOCK, _ -> address);
  }

  private static String awsAnswer(HttpExchange request, String body) {
    var headers = request.getRequestHeaders();
    String authorization = String.valueOf(headers.getFirst("Authorization"));
    String names = authorization.replaceAll(".*SignedHeaders=([^,]*),.*", "$1");
    String lines =
        List.of(names.split(";", -1)).stream()
            .map(name -> name + ":" + headers.getFirst(name) + "\n")
            .collect(Collectors.joining());
    String canonical = "POST\n/\n\n" + lines + "\n" + names + "\n" + sha256(body);
    String scope = "20150830/eu-west-1/kms/aws4_request";
    String text = "AWS4-HMAC-SHA256\n20150830T123600Z\n" + scope + "\n" + sha256(canonical);
    byte[] key = ("AWS4" + AWS.secret()).getBytes(StandardCharsets.UTF_8);
    for (String part : scope.split("/", -1)) {
      key = AwsSignature.mac(key, part);
    }
    var asked = (Mapping) Json.read(body.getBytes(StandardCharsets.UTF_8));
    return authorization.endsWith(
                "Signature=" + HexFormat.of().formatHex(AwsSignature.mac(key, text)))
            && asked.textAt("CiphertextBlob").equals("c2VhbGVk")
            && asked.textAt("EncryptionContext", "app").equals("web")
            && "TrentService.Decrypt".equals(headers.getFirst("x-amz-target"))
        ? "{\"Plaintext\":\"" + PLAIN + "\"}"
        : "";
  }

  @Test
  void gcpOpensAKeyForAServiceAccountsClaim() throws GeneralSecurityException {
    KeyPair pair = rsa();
    String resource = "projects/p/locations/global/keyRings/r/cryptoKeys/k";
    try (var server =
        new KeyServer((request, body) ->
            request.getRequestURI().getPath().equals("/token")
                ? isSigned(pair, body) ? "{\"access_token\":\"granted\"}" : "{}"
                : request.getRequestURI().getPath().equals("/v1/" + resource + ":decrypt")
                        && "Bearer granted"
                            .equals(request.getRequestHeaders().getFirst("Authorization"))
                    ? "{\"plaintext\":\"" + PLAIN + "\"}"
                    : "")) {
      var key = new WrappedKey.GcpKms(resource, "c2VhbGVk");
      assertOpened(gcp(pair, server.address()).unwrap(key));
      assertRefused(gcp(rsa(), server.address()).unwrap(key), "HTTP status 403", "PRIVATE");
    }
  }

  private GcpKms gcp(KeyPair pair, URI address) {
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    var account =
        GcpAccount.read(
            new Mapping()
                .put("client_email", "sops@p.iam.gserviceaccount.com")
                .put("private_key_id", "1")
                .put("private_key", pem)
                .put("token_uri", address + "/token"));
    return new GcpKms(rest, account.with(rest, CLOCK), address);
  }

  private static boolean isSigned(KeyPair pair, String form) {
    try {
      String claim =
          URLDecoder.decode(form, StandardCharsets.UTF_8)
              .replaceAll(".*assertion=", "")
              .replaceAll("&.*", "");
      int dot = claim.lastIndexOf('.');
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(pair.getPublic());
      signature.update(claim.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(claim.substring(dot + 1)));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  @Test
  void azureOpensAKeyForAnApplicationsSecret() throws GeneralSecurityException {
    KeyPair pair = rsa();
    Cipher seal = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    seal.init(Cipher.ENCRYPT_MODE, pair.getPublic(), oaep());
    String sealed = Base64.getUrlEncoder().withoutPadding().encodeToString(seal.doFinal(DATA_KEY));
    try (var server = new KeyServer((request, body) -> azureAnswer(pair, request, body))) {
      var places = new AzureKeyVault.Places(server.address(), "http", List.of("127.0.0.1"));
      var key = new WrappedKey.AzureKeyVault(server.address().toString(), "sops", "1", sealed);
      assertOpened(
          new AzureKeyVault(rest, new AzureApplication("t", "id", "s3cret"), places).unwrap(key));
      assertRefused(
          new AzureKeyVault(rest, new AzureApplication("t", "id", "wr0ng"), places).unwrap(key),
          "HTTP status 403",
          "wr0ng");
      assertRefused(
          new AzureKeyVault(rest, new AzureApplication("t", "id", "s3cret"), AzureKeyVault.PUBLIC)
              .unwrap(key),
          "the file names no Azure vault",
          "s3cret");
    }
  }

  private static String azureAnswer(KeyPair pair, HttpExchange request, String body) {
    String path = request.getRequestURI().getPath();
    if (path.equals("/t/oauth2/v2.0/token")) {
      return body.contains("client_secret=s3cret") ? "{\"access_token\":\"granted\"}" : "{}";
    }
    try {
      Cipher open = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
      open.init(Cipher.DECRYPT_MODE, pair.getPrivate(), oaep());
      var asked = (Mapping) Json.read(body.getBytes(StandardCharsets.UTF_8));
      byte[] key = open.doFinal(Base64.getUrlDecoder().decode(asked.textAt("value")));
      return path.equals("/keys/sops/1/decrypt")
              && "Bearer granted".equals(request.getRequestHeaders().getFirst("Authorization"))
          ? "{\"value\":\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(key) + "\"}"
          : "";
    } catch (GeneralSecurityException e) {
      return "";
    }
  }

  @Test
  void aSecretsEntriesBecomeServices() {
    var services = new KeyServices(CLOCK, "");
    assertThat(
            services.of(
                Map.of(
                    "sops.vault-token", "t".getBytes(StandardCharsets.UTF_8),
                    "sops.aws-kms",
                        "aws_access_key_id: a\naws_secret_access_key: b\n"
                            .getBytes(StandardCharsets.UTF_8),
                    "sops.azure-kv",
                        "{tenantId: t, clientId: c, clientSecret: s}"
                            .getBytes(StandardCharsets.UTF_8),
                    "x.agekey", new byte[0])))
        .hasSize(3);
    assertThatThrownBy(() ->
            services.of(
                Map.of("sops.gcp-kms", "{private_key: abc}".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(DecryptionFailed.class)
        .hasMessage(
            "failed to import data from decryption Secret key 'sops.gcp-kms':"
                + " not usable credentials");
  }

  private static void assertOpened(KeyService.Result result) {
    assertThat(result).isInstanceOf(KeyService.Result.Opened.class);
    assertThat(((KeyService.Result.Opened) result).key()).isEqualTo(DATA_KEY);
  }

  private static void assertRefused(KeyService.Result result, String why, String secret) {
    assertThat(result).isInstanceOf(KeyService.Result.Refused.class);
    assertThat(((KeyService.Result.Refused) result).why()).contains(why).doesNotContain(secret);
  }

  private static KeyPair rsa() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static OAEPParameterSpec oaep() {
    return new OAEPParameterSpec(
        "SHA-256", "MGF1", java.security.spec.MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
