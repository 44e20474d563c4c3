package dev.levada.core.sprig.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// PEM blocks.
final class Pem {

  private static final int LINE = 64;
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN ([A-Z0-9 ]+)-----\\r?\\n([A-Za-z0-9+/=\\r\\n]*)-----END \\1-----");

  private final String type;
  private final byte[] bytes;

  /// @param type what the block's lines say
  /// @param bytes what is in it
  Pem(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  String type() {
    return type;
  }

  byte[] bytes() {
    return bytes;
  }

  String text() {
    String body =
        Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(bytes);
    return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
  }

  static Optional<Pem> read(String text) {
    Matcher block = BLOCK.matcher(text);
    if (!block.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Pem(block.group(1), Base64.getMimeDecoder().decode(block.group(2))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
