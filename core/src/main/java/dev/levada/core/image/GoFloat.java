package dev.levada.core.image;

import com.google.re2j.Pattern;

/// Numbers as a numerical policy reads them: decimal, with an exponent, hexadecimal with one, or
/// infinite.
final class GoFloat {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final Pattern HEXADECIMAL =
      Pattern.compile(
          "[+-]?0[xX](?:[0-9a-fA-F]+(?:\\.[0-9a-fA-F]*)?|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]+");
  private static final Pattern INFINITE = Pattern.compile("(?i)([+-]?)inf(?:inity)?");

  private GoFloat() {}

  /// @throws NoTagChosen where the text is no number
  static double parse(String text) {
    if (DECIMAL.matches(text) || HEXADECIMAL.matches(text)) {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } else if (INFINITE.matches(text)) {
      return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    throw new NoTagChosen(
        "the tag '" + text + "' is no number, so policy.numerical cannot order the tags",
        "Leave such tags out with filterTags, or extract the number from them");
  }
}
