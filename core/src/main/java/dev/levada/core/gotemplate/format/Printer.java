package dev.levada.core.gotemplate.format;

import dev.levada.core.gotemplate.number.Complex;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoObject;
import dev.levada.core.gotemplate.value.GoSlice;
import dev.levada.core.gotemplate.value.Nil;

/// Prints values as `{{ }}`, `%v` and `print` do.
public final class Printer {

  /// How deep values may be nested; deeper parts print as `...`.
  static final int DEEPEST = 1000;

  private Printer() {}

  /// A value as `%v` writes it; nil is `<nil>`.
  public static String text(Object value) {
    return switch (value) {
      case String text -> text;
      case Double number -> Floats.text(number);
      case Nil _ -> "<nil>";
      case GoMap _, GoSlice _ -> nested(value);
      case GoObject object -> object.text();
      case Complex complex -> complex(complex);
      default -> value.toString();
    };
  }

  private static String nested(Object value) {
    var out = new StringBuilder();
    append(out, value, 0);
    return out.toString();
  }

  private static void append(StringBuilder out, Object value, int depth) {
    if (depth > DEEPEST) {
      out.append("...");
      return;
    }
    switch (value) {
      case GoMap map -> map(out, map, depth);
      case GoSlice slice -> slice(out, slice, depth);
      default -> out.append(text(value));
    }
  }

  private static void map(StringBuilder out, GoMap map, int depth) {
    out.append("map[");
    String between = "";
    for (String key : map.keys()) {
      out.append(between).append(key).append(':');
      append(out, map.get(key), depth + 1);
      between = " ";
    }
    out.append(']');
  }

  private static void slice(StringBuilder out, GoSlice slice, int depth) {
    out.append('[');
    for (int i = 0; i < slice.size(); i++) {
      if (i > 0) {
        out.append(' ');
      }
      append(out, slice.get(i), depth + 1);
    }
    out.append(']');
  }

  /// A complex number: `(1+2i)`.
  static String complex(Complex complex) {
    String imaginary = Floats.text(complex.imaginary());
    boolean signed = imaginary.startsWith("-") || imaginary.startsWith("+");
    return "(" + Floats.text(complex.real()) + (signed ? "" : "+") + imaginary + "i)";
  }

  /// All values after one another, with a space between two of which none is a string.
  public static String print(Object[] values) {
    var out = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      if (i > 0 && !(values[i] instanceof String) && !(values[i - 1] instanceof String)) {
        out.append(' ');
      }
      out.append(text(values[i]));
    }
    return out.toString();
  }

  /// All values with a space between, and a line break.
  public static String printLine(Object[] values) {
    var out = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        out.append(' ');
      }
      out.append(text(values[i]));
    }
    return out.append('\n').toString();
  }
}
