package dev.levada.cli.read;

import dev.levada.cli.print.Word;

/// In which form objects are printed.
public enum Output {
  /// Columns for people.
  TABLE,
  /// Whole objects.
  JSON,
  /// Whole objects.
  YAML,
  /// `kind.group/name`, one a line.
  NAME;

  @Override
  public String toString() {
    return Word.of(this);
  }
}
