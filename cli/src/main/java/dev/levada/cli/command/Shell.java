package dev.levada.cli.command;

import dev.levada.cli.print.Word;

/// The shells whose completion there is.
enum Shell {
  /// GNU bash.
  BASH,
  /// Z shell, through its emulation of bash's completion.
  ZSH;

  @Override
  public String toString() {
    return Word.of(this);
  }
}
