package dev.levada.cli.command;

import dev.levada.cli.print.Word;

/// In which form an answer is printed.
enum Form {
  /// For people.
  TEXT,
  /// A document for programs.
  JSON,
  /// A document for programs.
  YAML;

  @Override
  public String toString() {
    return Word.of(this);
  }
}
