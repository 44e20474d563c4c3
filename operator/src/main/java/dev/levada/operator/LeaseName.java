package dev.levada.operator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The name of the lease that engines contend for: those that look after different objects must not
/// keep each other waiting.
final class LeaseName {

  private static final int BYTES = 4;

  private LeaseName() {}

  /// The name for all objects; with a hash of the selector behind it for some of them.
  static String of(String name, String labelSelector) {
    return labelSelector.isEmpty() ? name : name + "-" + hash(labelSelector);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
