package dev.levada.core.sprig.text;

/// Which letters Go takes for large or small ones: by their category alone, so that a Roman number
/// or a letter in a circle is neither, as Java would have it.
final class Letters {

  private Letters() {}

  static boolean isUpper(int point) {
    return Character.getType(point) == Character.UPPERCASE_LETTER;
  }

  static boolean isLower(int point) {
    return Character.getType(point) == Character.LOWERCASE_LETTER;
  }

  /// Whether a letter goes on with a word as small ones do: all but capitals and Han characters.
  static boolean goesOn(int point) {
    return Character.isLetter(point) && !isUpper(point) && !isHan(point);
  }

  // Not all that Unicode has by now.
  private static boolean isHan(int point) {
    return (point >= 0x3400 && point <= 0x4D85)
        || (point >= 0x4E00 && point <= 0x9FCC)
        || (point >= 0x20000 && point <= 0x2B81D);
  }
}
