package dev.levada.core.secret;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The code over all values of a file, in order, by which a change shows.
final class MessageCode {

  /// What the hash begins with where it is made over encrypted values only, so that neither kind
  /// passes for the other.
  private static final byte[] ENCRYPTED_ONLY =
      HexFormat.of().parseHex("8a3fd2ad54ce66527b1034f3d147be0b0b975b3bf44f72c6fdadec8176f27d69");

  private final MessageDigest digest;
  private final boolean encryptedOnly;

  MessageCode(Mapping sops) {
    this.digest = sha512();
    this.encryptedOnly = sops.isTrueAt("mac_only_encrypted");
    if (encryptedOnly) {
      digest.update(ENCRYPTED_ONLY);
    }
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-512", e);
    }
  }

  void add(Scalar value, boolean encrypted) {
    if (!value.isNull() && (encrypted || !encryptedOnly)) {
      digest.update(text(value).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String text(Scalar value) {
    return switch (value.kind()) {
      case BOOLEAN -> value.isTrue() ? "True" : "False";
      case FLOAT -> plain(value.text());
      case STRING, INTEGER, TIMESTAMP, NULL -> value.text();
    };
  }

  private static String plain(String number) {
    try {
      return new BigDecimal(number).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException notFinite) {
      return number;
    }
  }

  /// Whether the code is the one that the file carries.
  boolean matches(Mapping sops, ValueCipher cipher) {
    String carried = sops.textAt("mac");
    if (!ValueCipher.isEncrypted(carried)) {
      return false;
    }
    try {
      byte[] wanted =
          cipher
              .open(carried, sops.textAt("lastmodified"))
              .text()
              .getBytes(StandardCharsets.US_ASCII);
      byte[] found =
          HexFormat.of()
              .withUpperCase()
              .formatHex(digest.digest())
              .getBytes(StandardCharsets.US_ASCII);
      return MessageDigest.isEqual(wanted, found);
    } catch (DecryptionFailed changed) {
      return false;
    }
  }
}
