package dev.levada.core.gotemplate;

/// A text is no template. The message is Go's: `template: FILE:LINE: …`.
public final class ParseFailed extends RuntimeException {

  private final String file;
  private final int line;
  private final String text;

  /// @param file the name of the text
  /// @param line counts from 1
  /// @param text what is wrong
  public ParseFailed(String file, int line, String text) {
    super("template: " + file + ":" + line + ": " + text, null, false, false);
    this.file = file;
    this.line = line;
    this.text = text;
  }

  /// The name of the text.
  public String file() {
    return file;
  }

  /// The line, counted from 1.
  public int line() {
    return line;
  }

  /// What is wrong, without where.
  public String text() {
    return text;
  }
}
