package dev.levada.core.gotemplate.value;

import java.nio.charset.StandardCharsets;

/// Go's strings are bytes, Java's are not: a byte that is no valid UTF-8 is held as the lone
/// surrogate U+DC00 + byte, which no valid text contains.
public final class GoStrings {

  private static final int STRAY = 0xDC00;

  private GoStrings() {}

  /// The string of some bytes.
  public static String of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /// The string of a range of bytes.
  public static String of(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] >= 0) {
      at++;
    }
    if (at == to) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    var text = new StringBuilder(to - from);
    for (at = from; at < to; ) {
      int length = Utf8.sequence(bytes, at, to);
      if (length == 0) {
        text.append((char) (STRAY + (bytes[at] & 0xff)));
        at++;
      } else {
        text.appendCodePoint(Utf8.decode(bytes, at, length));
        at += length;
      }
    }
    return text.toString();
  }

  /// A string's bytes.
  public static byte[] bytes(String text) {
    if (isAscii(text)) {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
    if (!hasStray(text)) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    var bytes = new byte[length(text)];
    int out = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      out = isStray(point) ? Utf8.raw(bytes, out, point) : Utf8.encode(bytes, out, point);
      i += Character.charCount(point);
    }
    return bytes;
  }

  /// How many bytes a string has.
  public static int length(String text) {
    int length = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80 || (isStray(c) && isLone(text, i))) {
        continue;
      }
      // Each half of a pair makes two of the four bytes.
      length += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
    }
    return length;
  }

  private static boolean isLone(String text, int at) {
    return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
  }

  /// Whether all is ASCII, so that characters are bytes.
  public static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /// Part of a string by byte offsets, which may cut characters.
  public static String slice(String text, int from, int to) {
    return isAscii(text) ? text.substring(from, to) : of(bytes(text), from, to);
  }

  /// Whether a code point stands for a byte that is no valid UTF-8.
  public static boolean isStray(int point) {
    return point >= STRAY + 0x80 && point <= STRAY + 0xff;
  }

  /// Two strings as one: bytes that were cut apart may make a character again.
  public static String join(String text) {
    return hasStray(text) ? of(bytes(text)) : text;
  }

  /// Whether a string holds a byte that is no valid UTF-8.
  public static boolean hasStray(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isStray(text.charAt(i)) && isLone(text, i)) {
        return true;
      }
    }
    return false;
  }

  /// A text that is valid Unicode: each stray byte becomes U+FFFD.
  public static String valid(String text) {
    if (!hasStray(text)) {
      return text;
    }
    var valid = new StringBuilder(text.length());
    text.codePoints().forEach(point -> valid.appendCodePoint(isStray(point) ? 0xFFFD : point));
    return valid.toString();
  }

  /// The order of the bytes, which is that of code points and not of UTF-16.
  public static int compare(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    for (int i = 0; i < shorter; i++) {
      char left = a.charAt(i);
      char right = b.charAt(i);
      if (left != right) {
        return Integer.compare(rank(left), rank(right));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  // Surrogates stand for what lies beyond U+FFFF and so come last.
  private static int rank(char c) {
    return Character.isSurrogate(c) ? c + 0x10000 : c;
  }
}
