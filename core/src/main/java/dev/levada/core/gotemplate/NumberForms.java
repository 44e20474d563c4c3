package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.format.Numbers;
import dev.levada.core.gotemplate.number.Complex;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What a number's text is in each of Go's families: `5.0` is also an integer.
///
/// @param integer as an int64
/// @param unsigned as a uint64
/// @param decimal as a float64
/// @param complex as a complex128
record NumberForms(
    OptionalLong integer,
    OptionalLong unsigned,
    OptionalDouble decimal,
    Optional<Complex> complex) {

  /// Of a text that is no number.
  static final NumberForms NONE =
      new NumberForms(
          OptionalLong.empty(), OptionalLong.empty(), OptionalDouble.empty(), Optional.empty());

  static NumberForms character(int point) {
    return new NumberForms(
        OptionalLong.of(point), OptionalLong.of(point), OptionalDouble.of(point), Optional.empty());
  }

  static NumberForms of(String text) {
    if (text.endsWith("i")) {
      return imaginary(text);
    }
    OptionalLong unsigned = Numbers.parseUnsigned(text);
    OptionalLong integer = Numbers.parseInt(text);
    if (integer.isPresent()) {
      return new NumberForms(
          integer, unsigned, OptionalDouble.of((double) integer.getAsLong()), Optional.empty());
    }
    if (unsigned.isPresent()) {
      double value = unsigned.getAsLong() & Long.MAX_VALUE;
      return new NumberForms(
          integer, unsigned, OptionalDouble.of(value + 0x1p63), Optional.empty());
    }
    return ofFloat(Numbers.parseFloat(text));
  }

  private static NumberForms ofFloat(OptionalDouble decimal) {
    if (decimal.isEmpty()) {
      return NONE;
    }
    double value = decimal.getAsDouble();
    OptionalLong integer =
        value == (long) value && Math.abs(value) < 0x1p63
            ? OptionalLong.of((long) value)
            : OptionalLong.empty();
    return new NumberForms(integer, OptionalLong.empty(), decimal, Optional.empty());
  }

  private static NumberForms imaginary(String text) {
    int split = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
    if (split > 0 && "eEpP".indexOf(text.charAt(split - 1)) >= 0) {
      split = Math.max(text.lastIndexOf('+', split - 1), text.lastIndexOf('-', split - 1));
    }
    String real = split > 0 ? text.substring(0, split) : "0";
    String rest = text.substring(Math.max(split, 0), text.length() - 1);
    OptionalDouble a = Numbers.parseFloat(real.replace("_", ""));
    OptionalDouble b = Numbers.parseFloat(rest.replace("_", ""));
    if (a.isEmpty() || b.isEmpty()) {
      return NONE;
    }
    var complex = Optional.of(new Complex(a.getAsDouble(), b.getAsDouble()));
    if (b.getAsDouble() != 0) {
      return new NumberForms(
          OptionalLong.empty(), OptionalLong.empty(), OptionalDouble.empty(), complex);
    }
    NumberForms forms = ofFloat(a);
    return new NumberForms(forms.integer, forms.unsigned, forms.decimal, complex);
  }

  /// Whether it is no number at all.
  boolean isNone() {
    return integer.isEmpty() && unsigned.isEmpty() && decimal.isEmpty() && complex.isEmpty();
  }

  /// Whether it fits a uint64 only.
  boolean overflows() {
    return integer.isEmpty() && unsigned.isPresent();
  }

  /// The value where any is wanted; the text decides between int and float64.
  Object ideal(String text) {
    if (complex.isPresent()) {
      return complex.get();
    }
    boolean hexadecimal = text.contains("0x") || text.contains("0X");
    boolean asFloat = text.startsWith("'") ? false : hasAny(text, hexadecimal ? ".pP" : ".eEpP");
    if (decimal.isPresent() && asFloat) {
      return decimal.getAsDouble();
    }
    return integer.isPresent() ? (Object) integer.getAsLong() : 0L;
  }

  static boolean hasAny(String text, String characters) {
    return text.chars().anyMatch(c -> characters.indexOf(c) >= 0);
  }
}
