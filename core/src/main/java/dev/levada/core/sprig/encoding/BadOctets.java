package dev.levada.core.sprig.encoding;

/// What Go's YAML reader says of bytes that are no UTF-8.
final class BadOctets {

  private static final String LEADING = "invalid leading UTF-8 octet";

  private BadOctets() {}

  static String complaint(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      int width = width(bytes[at] & 0xff);
      if (width == 0) {
        return LEADING;
      }
      if (at + width > bytes.length) {
        return "incomplete UTF-8 octet sequence";
      }
      for (int i = at + 1; i < at + width; i++) {
        if ((bytes[i] & 0xC0) != 0x80) {
          return "invalid trailing UTF-8 octet";
        }
      }
      at += width;
    }
    return LEADING;
  }

  private static int width(int first) {
    int ones = Integer.numberOfLeadingZeros(~(first << 24));
    if (ones == 0) {
      return 1;
    }
    return ones == 1 || ones > 4 ? 0 : ones;
  }
}
