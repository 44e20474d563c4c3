package dev.levada.checks.endtoend;

import dev.levada.testbed.exchange.Answer;
import dev.levada.testbed.exchange.Asked;
import dev.levada.testbed.exchange.ScriptedServer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/// An OpenID issuer, as a CI system runs one for its jobs.
final class TestIssuer implements AutoCloseable {

  private final KeyPair keys;
  private final ScriptedServer server = new ScriptedServer(this::answer);

  TestIssuer() throws GeneralSecurityException {
    keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
  }

  String url() {
    return server.base();
  }

  private Answer answer(Asked asked) {
    String base = "http://" + asked.header("host").orElse("");
    var key = (RSAPublicKey) keys.getPublic();
    return asked.path().equals("/keys")
        ? Answer.json(
            200,
            "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"1\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(number(key.getModulus()), number(key.getPublicExponent())))
        : Answer.json(200, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(base, base));
  }

  /// A token of a job, for an hour.
  String token(String subject, String audience) throws GeneralSecurityException {
    String claims =
        "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"%s\",\"exp\":%d}"
            .formatted(url(), subject, audience, Instant.now().getEpochSecond() + 3600);
    String signed = text("{\"alg\":\"RS256\",\"kid\":\"1\"}") + "." + text(claims);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + encoded(signature.sign());
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return encoded(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private static String text(String json) {
    return encoded(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    server.close();
  }
}
