package dev.levada.core.helm.schema;

import java.nio.charset.StandardCharsets;

/// What Helm's library says of texts that are no UUIDs.
final class Identifiers {

  private static final int[] LENGTHS = {8, 4, 4, 4, 12};

  private Identifiers() {}

  static String uuid(String text) {
    String[] parts = text.split("-", -1);
    if (parts.length != LENGTHS.length) {
      return "must have " + LENGTHS.length + " elements";
    }
    for (int i = 0; i < LENGTHS.length; i++) {
      if (parts[i].getBytes(StandardCharsets.UTF_8).length != LENGTHS[i]) {
        return "element " + (i + 1) + " must be " + LENGTHS[i] + " characters long";
      }
    }
    return text.codePoints()
        .filter(c -> c != '-' && (c > 0x7F || Character.digit(c, 16) < 0))
        .mapToObj(c -> "non-hex character " + KeywordText.letter(c))
        .findFirst()
        .orElse("");
  }
}
