package dev.levada.core.sprig.text;

import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.value.GoStrings;
import java.util.function.IntPredicate;

/// Functions that take something away from a string; lengths are bytes, as in Go.
final class Cutting {

  private static final String MARK = "...";
  private static final int SHORTEST = 4;
  private static final int SHORTEST_BOTH = 7;

  private Cutting() {}

  /// Whether Go counts a character as white space.
  static boolean isSpace(int point) {
    return switch (point) {
      case '\t', '\n', 0x0b, '\f', '\r', ' ', 0x85, 0xA0 -> true;
      default -> isWideSpace(point);
    };
  }

  private static boolean isWideSpace(int point) {
    return point == 0x1680
        || (point >= 0x2000 && point <= 0x200a)
        || point == 0x2028
        || point == 0x2029
        || point == 0x202f
        || point == 0x205f
        || point == 0x3000;
  }

  static String trim(String text) {
    return trim(text, Cutting::isSpace);
  }

  static String trimAll(String characters, String text) {
    return trim(text, point -> characters.indexOf(point) >= 0);
  }

  private static String trim(String text, IntPredicate away) {
    int from = 0;
    while (from < text.length() && away.test(text.codePointAt(from))) {
      from += Character.charCount(text.codePointAt(from));
    }
    int to = text.length();
    while (to > from && away.test(text.codePointBefore(to))) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return text.substring(from, to);
  }

  static String trimPrefix(String prefix, String text) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  static String trimSuffix(String suffix, String text) {
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  static String truncate(long count, String text) {
    int length = GoStrings.length(text);
    if (count < 0 && length + count > 0) {
      return GoStrings.slice(text, (int) (length + count), length);
    }
    return count >= 0 && length > count ? GoStrings.slice(text, 0, (int) count) : text;
  }

  static String substring(long start, long end, String text) {
    int length = GoStrings.length(text);
    if (start < 0) {
      return slice(text, 0, end, length);
    }
    return end < 0 || end > length
        ? slice(text, start, length, length)
        : slice(text, start, end, length);
  }

  private static String slice(String text, long from, long to, int length) {
    if (to < 0 || to > length) {
      String bound = to < 0 ? ":" + to : ":" + to + "] with length " + length;
      throw outOfRange(to < 0 ? bound + "]" : bound);
    }
    if (from > to) {
      throw outOfRange(from + ":" + to + "]");
    }
    return GoStrings.slice(text, (int) from, (int) to);
  }

  private static FunctionFailed outOfRange(String range) {
    return new FunctionFailed("runtime error: slice bounds out of range [" + range);
  }

  static String abbreviate(long offset, long width, String text) {
    int length = GoStrings.length(text);
    if (width < SHORTEST || (offset > 0 && width < SHORTEST_BOTH) || length <= width) {
      return text;
    }
    int kept = (int) width - MARK.length();
    long start = Math.min(offset, length);
    if (length - start < kept) {
      start = (long) length - kept;
    }
    if (start <= SHORTEST) {
      return GoStrings.slice(text, 0, kept) + MARK;
    }
    if (width < SHORTEST_BOTH) {
      return "";
    }
    if (start + kept < length) {
      return MARK + abbreviate(0, kept, GoStrings.slice(text, (int) start, length));
    }
    return MARK + GoStrings.slice(text, length - kept, length);
  }

  // Of bytes, not of characters: where one is white space, each byte becomes a character.
  static String withoutSpace(String text) {
    byte[] bytes = GoStrings.bytes(text);
    var out = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      if (!isSpace(b & 0xff)) {
        out.append((char) (b & 0xff));
      }
    }
    return out.length() == bytes.length ? text : out.toString();
  }
}
