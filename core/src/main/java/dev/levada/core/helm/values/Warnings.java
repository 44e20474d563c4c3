package dev.levada.core.helm.values;

import dev.levada.core.gotemplate.format.Quotes;
import java.util.ArrayList;
import java.util.List;

/// What Helm would have logged on the way, one line each in its form. Used by one thread.
public final class Warnings {

  private static final int MOST = 1000;

  private final List<String> lines = new ArrayList<>();

  /// A line of level INFO.
  void add(String message) {
    log("level=INFO msg=" + quoted(message));
  }

  /// A line of level INFO with further fields.
  public void info(String message, String fields) {
    log("level=INFO msg=" + quoted(message) + " " + fields);
  }

  /// A line of level ERROR with further fields.
  public void error(String message, String fields) {
    log("level=ERROR msg=" + quoted(message) + " " + fields);
  }

  /// A line of level WARN.
  ///
  /// @param fields further fields, as they stand behind the message
  public void warn(String message, String fields) {
    log("level=WARN msg=" + quoted(message) + (fields.isEmpty() ? "" : " " + fields));
  }

  private void log(String line) {
    if (lines.size() < MOST) {
      lines.add(line);
    }
  }

  /// A value of a field, in quotes where it needs them.
  public static String quoted(String text) {
    boolean plain =
        !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '=');
    return plain ? text : Quotes.quote(text);
  }

  /// The lines so far.
  public List<String> lines() {
    return List.copyOf(lines);
  }
}
