package dev.levada.cli.print;

/// One field of a table.
///
/// @param text its text, on one line
/// @param tone what its colour says
public record Cell(String text, Tone tone) {

  /// A field without a colour.
  public static Cell of(String text) {
    return new Cell(text, Tone.PLAIN);
  }

  String inColumn(int width, boolean colours) {
    int missing = width - text.codePointCount(0, text.length());
    return tone.paint(text, colours) + " ".repeat(Math.max(0, missing));
  }
}
