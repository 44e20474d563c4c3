package dev.levada.core.substitute;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// What the forms of a reference make of a value.
final class Functions {

  private Functions() {}

  static String length(String value) {
    return Integer.toString(value.getBytes(StandardCharsets.UTF_8).length);
  }

  static String changeCase(String value, boolean upper, boolean whole) {
    int end = whole || value.isEmpty() ? value.length() : value.offsetByCodePoints(0, 1);
    String head = value.substring(0, end);
    return (upper ? head.toUpperCase(Locale.ROOT) : head.toLowerCase(Locale.ROOT))
        + value.substring(end);
  }

  /// Positions count bytes; one that is no number leaves the value as it is.
  static String slice(String name, String value, String from, Optional<String> length) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    try {
      int begin = Integer.parseInt(from);
      int wanted = length.isEmpty() ? bytes.length : Integer.parseInt(length.get());
      if (wanted < 0) {
        throw new SubstitutionFailed(
            "bad substitution", "The length in ${" + name + ":…:…} must not be negative");
      }
      begin = Math.max(0, begin < 0 ? bytes.length + begin : begin);
      int end = (int) Math.min(bytes.length, (long) begin + wanted);
      return begin >= end ? "" : decode(name, ByteBuffer.wrap(bytes, begin, end - begin));
    } catch (NumberFormatException notANumber) {
      return value;
    }
  }

  private static String decode(String name, ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new SubstitutionFailed(
          "bad substitution",
          "${" + name + ":…} cuts through a character: positions count bytes of UTF-8");
    }
  }

  /// A suffix is cut off the reversed value by the reversed pattern, for so does envsubst.
  static String trim(String value, String glob, boolean atEnd, boolean longest) {
    int[] text = points(value, atEnd);
    int[] pattern = points(glob, atEnd);
    int cut = new Glob(new String(pattern, 0, pattern.length)).prefix(text, longest);
    if (cut < 0) {
      return value;
    }
    int edge = value.offsetByCodePoints(atEnd ? value.length() : 0, atEnd ? -cut : cut);
    return atEnd ? value.substring(0, edge) : value.substring(edge);
  }

  private static int[] points(String text, boolean reversed) {
    int[] points = text.codePoints().toArray();
    if (reversed) {
      for (int i = 0, j = points.length - 1; i < j; i++, j--) {
        int point = points[i];
        points[i] = points[j];
        points[j] = point;
      }
    }
    return points;
  }

  private static String replaceAll(String value, String pattern, String replacement) {
    long places = pattern.isEmpty() ? value.length() + 1L : value.length() / pattern.length();
    if (places * replacement.length() > Substitution.LONGEST) {
      throw Substitution.tooLong();
    }
    return value.replace(pattern, replacement);
  }

  /// The pattern is plain text. At an end, an empty replacement replaces nothing.
  static String replace(Part.Where where, String value, String pattern, String replacement) {
    return switch (where) {
      case ALL -> replaceAll(value, pattern, replacement);
      case FIRST -> {
        int found = value.indexOf(pattern);
        yield found < 0
            ? value
            : value.substring(0, found) + replacement + value.substring(found + pattern.length());
      }
      case AT_START ->
          replacement.isEmpty() || !value.startsWith(pattern)
              ? value
              : replacement + value.substring(pattern.length());
      case AT_END ->
          replacement.isEmpty() || !value.endsWith(pattern)
              ? value
              : value.substring(0, value.length() - pattern.length()) + replacement;
    };
  }
}
