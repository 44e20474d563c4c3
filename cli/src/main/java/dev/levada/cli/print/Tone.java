package dev.levada.cli.print;

/// What a piece of text tells beside its words. Colour only repeats what the words say.
public enum Tone {
  /// Nothing.
  PLAIN(""),
  /// All is well.
  GOOD("32"),
  /// Something failed.
  BAD("31"),
  /// Something is on its way, or waits.
  BUSY("33"),
  /// It matters less than the text around it.
  FAINT("2");

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  /// The text in this tone's colour.
  ///
  /// @param colours whether the reader sees colours
  public String paint(String text, boolean colours) {
    return !colours || code.isEmpty() || text.isBlank()
        ? text
        : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
