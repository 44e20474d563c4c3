package dev.levada.core.manifest;

/// Looks over a text's bytes before they are read.
final class Utf8 {

  private Utf8() {}

  /// Whether every character beyond ASCII is well formed and nothing but a letter, mark or sign: no
  /// control characters, no line breaks of other alphabets, no byte order marks.
  static boolean isOrdinary(byte[] bytes) {
    int i = 0;
    while (i < bytes.length) {
      byte b = bytes[i];
      if (b >= 0) {
        i++;
        continue;
      }
      int size = size(b);
      if (size == 0 || i + size > bytes.length || !isOrdinary(bytes, i, size)) {
        return false;
      }
      i += size;
    }
    return true;
  }

  private static int size(byte first) {
    if ((first & 0xE0) == 0xC0) {
      return 2;
    }
    if ((first & 0xF0) == 0xE0) {
      return 3;
    }
    return (first & 0xF8) == 0xF0 ? 4 : 0;
  }

  private static boolean isOrdinary(byte[] bytes, int at, int size) {
    int character = bytes[at] & (0x7F >> size);
    for (int i = 1; i < size; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return false;
      }
      character = (character << 6) | (bytes[at + i] & 0x3F);
    }
    return switch (size) {
      case 2 -> character >= 0xA0;
      case 3 -> character >= 0x800 && isOrdinary(character);
      default -> character >= 0x10000 && character <= 0x10FFFF;
    };
  }

  private static boolean isOrdinary(int character) {
    boolean surrogate = character >= 0xD800 && character < 0xE000;
    boolean lineBreak = character == 0x2028 || character == 0x2029;
    return !surrogate && !lineBreak && character != 0xFEFF && character < 0xFFFE;
  }
}
