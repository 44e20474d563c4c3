package dev.levada.cli.print;

import java.util.Locale;

/// The word that users write for a constant.
public final class Word {

  private Word() {}

  /// Its name in small letters.
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
