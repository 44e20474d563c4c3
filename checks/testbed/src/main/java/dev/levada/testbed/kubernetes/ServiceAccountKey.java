package dev.levada.testbed.kubernetes;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// The key that signs service account tokens, as PEM.
///
/// @param privatePem the private key
/// @param publicPem the public key
record ServiceAccountKey(String privatePem, String publicPem) {

  static ServiceAccountKey create() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      return new ServiceAccountKey(
          pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
          pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException missing) {
      throw new AssertionError("every Java has RSA", missing);
    }
  }

  private static String pem(String label, byte[] bytes) {
    var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(label, lines.encodeToString(bytes));
  }
}
