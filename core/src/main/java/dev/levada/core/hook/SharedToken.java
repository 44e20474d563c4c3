package dev.levada.core.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What the caller and the Receiver both know. Comparisons take the same time wherever two values
/// differ, so that nothing can be found out by trying.
///
/// @param bytes the token; not empty
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record SharedToken(byte[] bytes) {

  private static final Map<String, String> ALGORITHMS =
      Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha512", "HmacSHA512");

  /// Whether a header holds the token itself.
  boolean is(String shown) {
    return MessageDigest.isEqual(bytes, shown.getBytes(StandardCharsets.UTF_8));
  }

  /// Whether `sha256=…`, or the same with sha1 or sha512, is the body's signature.
  boolean hasSigned(byte[] body, String signature) {
    int equals = signature.indexOf('=');
    return equals > 0
        && hasSigned(
            signature.substring(0, equals).toLowerCase(Locale.ROOT),
            body,
            signature.substring(equals + 1));
  }

  /// Whether hexadecimal digits are the body's signature by one algorithm.
  boolean hasSigned(String algorithm, byte[] body, String digits) {
    String name = ALGORITHMS.getOrDefault(algorithm, "");
    if (name.isEmpty()) {
      return false;
    }
    try {
      return MessageDigest.isEqual(sign(name, body), HexFormat.of().parseHex(digits.strip()));
    } catch (IllegalArgumentException notHexadecimal) {
      return false;
    }
  }

  private byte[] sign(String algorithm, byte[] body) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(bytes, algorithm));
      return mac.doFinal(body);
    } catch (GeneralSecurityException missing) {
      throw new AssertionError("every Java platform has " + algorithm, missing);
    }
  }

  /// Keeps the token out of logs.
  @Override
  public String toString() {
    return "SharedToken[***]";
  }
}
