package dev.levada.cli.read;

/// In which form objects are printed.
public enum Output {
  /// Columns for people.
  TABLE("table"),
  /// Whole objects.
  JSON("json"),
  /// Whole objects.
  YAML("yaml"),
  /// `kind.group/name`, one a line.
  NAME("name");

  private final String word;

  Output(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
