package dev.levada.core.plan.fields;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The digest by which the history of a deployment knows what was applied.
public final class Digest {

  private Digest() {}

  /// `sha256:` and the hexadecimal digest of all rendered objects as one YAML text.
  public static String of(String yaml) {
    return "sha256:" + HexFormat.of().formatHex(sha256().digest(yaml.getBytes(UTF_8)));
  }

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
