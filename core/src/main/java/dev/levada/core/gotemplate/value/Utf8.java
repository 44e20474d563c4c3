package dev.levada.core.gotemplate.value;

/// Decodes and encodes single characters of UTF-8.
final class Utf8 {

  private Utf8() {}

  /// How many bytes the valid character at a place has; 0 where there is none.
  static int sequence(byte[] bytes, int at, int end) {
    int length = expected(bytes[at] & 0xff);
    if (length == 0 || at + length > end) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return isShortest(decode(bytes, at, length), length) ? length : 0;
  }

  private static int expected(int first) {
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xC2) {
      return 0;
    }
    if (first < 0xE0) {
      return 2;
    }
    if (first < 0xF0) {
      return 3;
    }
    return first < 0xF5 ? 4 : 0;
  }

  private static boolean isShortest(int point, int length) {
    return switch (length) {
      case 3 -> point >= 0x800 && (point < 0xD800 || point > 0xDFFF);
      case 4 -> point >= 0x10000 && point <= 0x10FFFF;
      default -> true;
    };
  }

  static int decode(byte[] bytes, int at, int length) {
    int first = bytes[at] & 0xff;
    int point = length == 1 ? first : first & (0xff >> (length + 1));
    for (int i = 1; i < length; i++) {
      point = (point << 6) | (bytes[at + i] & 0x3f);
    }
    return point;
  }

  static int raw(byte[] bytes, int at, int stray) {
    bytes[at] = (byte) stray;
    return at + 1;
  }

  static int encode(byte[] bytes, int at, int point) {
    if (point < 0x80) {
      bytes[at] = (byte) point;
      return at + 1;
    }
    int length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    int rest = point;
    for (int i = length - 1; i > 0; i--) {
      bytes[at + i] = (byte) (0x80 | (rest & 0x3f));
      rest >>= 6;
    }
    bytes[at] = (byte) ((0xff << (8 - length)) | rest);
    return at + length;
  }
}
