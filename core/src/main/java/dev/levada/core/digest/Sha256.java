package dev.levada.core.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256, by which contents are known: files, folders, artifacts, what was applied.
public final class Sha256 {

  /// Copied rather than looked for anew: the platform looks through its providers each time.
  private static final MessageDigest FRESH = find();

  private Sha256() {}

  private static MessageDigest find() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /// A digest to be fed bit by bit.
  public static MessageDigest begin() {
    try {
      return (MessageDigest) FRESH.clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError("the platform's SHA-256 can be copied", e);
    }
  }

  /// The hexadecimal digest of bytes.
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(begin().digest(bytes));
  }

  /// The hexadecimal digest of a text.
  public static String hex(String text) {
    return hex(text.getBytes(UTF_8));
  }
}
