package dev.levada.cli.print;

import java.io.PrintWriter;

/// Tells a person what a command does, a line a step. For standard error: what programs read goes
/// elsewhere.
public final class Steps {

  private final PrintWriter err;
  private final boolean colours;

  /// @param err where the lines go
  /// @param colours whether the reader sees colours
  public Steps(PrintWriter err, boolean colours) {
    this.err = err;
    this.colours = colours;
  }

  /// A step begins.
  public void begin(String text) {
    line(Tone.BUSY, "►", text);
  }

  /// Something is waited for.
  public void waiting(String text) {
    line(Tone.FAINT, "◎", text);
  }

  /// A step ended well.
  public void done(String text) {
    line(Tone.GOOD, "✔", text);
  }

  /// Something deserves attention; the command goes on.
  public void warn(String text) {
    line(Tone.BUSY, "⚠", text);
  }

  private void line(Tone tone, String sign, String text) {
    err.println(tone.paint(sign, colours) + " " + text);
    err.flush();
  }
}
