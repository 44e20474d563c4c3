package dev.levada.fetch.oci;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Digests of content, as registries write them.
final class Digest {

  private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}");

  private Digest() {}

  /// Whether a text is a digest of a kind that can be checked.
  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /// The SHA-256 of some bytes.
  static String of(byte[] bytes) {
    return "sha256:" + HexFormat.of().formatHex(start("sha256:").digest(bytes));
  }

  /// What computes digests of the same kind as this one.
  static MessageDigest start(String digest) {
    try {
      return MessageDigest.getInstance(digest.startsWith("sha512:") ? "SHA-512" : "SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256 and SHA-512", e);
    }
  }

  /// Whether what was computed is this digest.
  static boolean matches(String digest, MessageDigest computed) {
    String hex = HexFormat.of().formatHex(computed.digest());
    return digest.substring(digest.indexOf(':') + 1).equals(hex);
  }
}
