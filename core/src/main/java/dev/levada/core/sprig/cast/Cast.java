package dev.levada.core.sprig.cast;

import dev.levada.core.gotemplate.format.Numbers;
import dev.levada.core.gotemplate.format.Printer;
import dev.levada.core.gotemplate.number.Int64;
import dev.levada.core.gotemplate.number.Unsigned;
import dev.levada.core.gotemplate.value.GoBytes;
import dev.levada.core.gotemplate.value.GoObject;
import dev.levada.core.gotemplate.value.GoSlice;
import dev.levada.core.gotemplate.value.Nil;
import java.util.ArrayList;
import java.util.List;

/// Turns any value into a number, a text or texts; what cannot be turned is zero.
public final class Cast {

  private Cast() {}

  /// A whole number: floats are cut, texts read with their base prefix.
  public static long toLong(Object value) {
    return switch (value) {
      case Long number -> number;
      case Int64 number -> number.value();
      case Double number -> truncated(number);
      case String text -> wholeNumber(text);
      case Boolean bool -> bool ? 1 : 0;
      case Unsigned number -> number.value();
      case GoObject object when object.kind().isSigned() -> named(object);
      default -> 0;
    };
  }

  private static long named(GoObject object) {
    return object.typeName().equals("time.Duration") ? 0 : toLong(object.plain());
  }

  /// A float as Go converts it to int64: out of range is the least one.
  public static long truncated(double number) {
    return number >= -0x1p63 && number < 0x1p63 ? (long) number : Long.MIN_VALUE;
  }

  private static long wholeNumber(String text) {
    return Numbers.parseInt(withoutZeroFraction(text)).orElse(0);
  }

  /// A whole number in decimal; one that is too large is the largest of its sign.
  public static long toClampedLong(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String digits = signed ? text.substring(1) : text;
    boolean tooLarge = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    long otherwise = text.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
    return Numbers.parseDecimal(text).orElse(tooLarge ? otherwise : 0);
  }

  private static String withoutZeroFraction(String text) {
    int point = text.indexOf('.');
    if (point <= 0 || point == text.length() - 1) {
      return text;
    }
    for (int i = point + 1; i < text.length(); i++) {
      if (text.charAt(i) != '0') {
        return text;
      }
    }
    return text.substring(0, point);
  }

  /// A float.
  public static double toDouble(Object value) {
    return switch (value) {
      case Double number -> number;
      case Long number -> number;
      case Int64 number -> number.value();
      case Unsigned number -> unsigned(number.value());
      case String text -> floatNumber(text);
      case Boolean bool -> bool ? 1 : 0;
      default -> 0;
    };
  }

  private static double floatNumber(String text) {
    if (text.indexOf('_') < 0) {
      return Numbers.parseFloat(text).orElse(0);
    }
    boolean between = !text.contains("__") && !text.startsWith("_") && !text.endsWith("_");
    return between ? Numbers.parseFloat(text.replace("_", "")).orElse(0) : 0;
  }

  private static double unsigned(long value) {
    return value >= 0 ? value : (value & Long.MAX_VALUE) + 0x1p63;
  }

  /// A text: bytes as such, all else as it prints.
  public static String toText(Object value) {
    return switch (value) {
      case String text -> text;
      case GoBytes bytes -> bytes.text();
      default -> Printer.text(value);
    };
  }

  /// Texts of a list's elements without nils; what is no list is the one element.
  public static List<String> toTexts(Object value) {
    var texts = new ArrayList<String>();
    switch (value) {
      case GoSlice slice -> {
        for (int i = 0; i < slice.size(); i++) {
          if (slice.get(i) != Nil.NIL) {
            texts.add(toText(slice.get(i)));
          }
        }
      }
      case Nil _ -> {}
      default -> texts.add(toText(value));
    }
    return texts;
  }
}
