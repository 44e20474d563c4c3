package dev.levada.core.manifest;

/// Writes strings in the style that YAML output wants, and knows the column it stands in, because
/// long lines are folded.
final class ScalarWriter {

  private static final int WIDTH = 80;

  private final StringBuilder out = new StringBuilder(1024);
  private int lineStart;

  String text() {
    return out.toString();
  }

  void append(String text) {
    out.append(text);
  }

  /// Ends the line unless it has just been ended.
  void endLine() {
    if (out.length() > lineStart) {
      out.append('\n');
      lineStart = out.length();
    }
  }

  /// Begins a new line with so many spaces.
  void line(int indent) {
    endLine();
    out.repeat(' ', indent);
  }

  /// Begins a new document, with a separator unless it is the first.
  void separate() {
    if (!out.isEmpty()) {
      out.append("---\n");
      lineStart = out.length();
    }
  }

  /// A key on one line.
  void key(String text) {
    write(text, StringStyle.of(text), -1);
  }

  /// A string whose further lines are indented by so many spaces.
  void string(String text, int indent) {
    write(text, StringStyle.of(text), indent);
  }

  private void write(String text, StringStyle style, int indent) {
    switch (style) {
      case PLAIN -> folded(text, indent, false);
      case SINGLE_QUOTED -> {
        out.append('\'');
        quoted(text, indent);
        out.append('\'');
      }
      case DOUBLE_QUOTED -> escaped(text, indent);
      case LITERAL -> literal(text, indent);
    }
  }

  private boolean mayFold(int indent, boolean afterSpace) {
    return indent >= 0 && !afterSpace && out.length() - lineStart > WIDTH;
  }

  private void folded(String text, int indent, boolean quoted) {
    boolean apostrophes = quoted && text.indexOf('\'') >= 0;
    if (!apostrophes && (indent < 0 || text.length() + out.length() - lineStart <= WIDTH)) {
      out.append(text);
      return;
    }
    int from = 0; // what is behind this place is not written yet
    for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
      words(text, from, space, apostrophes);
      from = space;
      if (mayFold(indent, false) && isSingle(text, space)) {
        line(indent);
        from = space + 1;
      }
    }
    words(text, from, text.length(), apostrophes);
  }

  private void quoted(String text, int indent) {
    int start = 0;
    while (start < text.length()) {
      int stop = OtherBreaks.next(text, start);
      if (start > 0 && stop > start) {
        out.repeat(' ', indent);
      }
      folded(text.substring(start, stop), indent, true);
      breakLine(text, stop);
      start = stop + 1;
    }
  }

  /// Ends the line with the break at this place of a text, if it is not the end of the text.
  private void breakLine(String text, int at) {
    if (at < text.length()) {
      out.append(text.charAt(at));
      lineStart = out.length();
    }
  }

  private static boolean isSingle(String text, int space) {
    return space > 0
        && space < text.length() - 1
        && text.charAt(space - 1) != ' '
        && text.charAt(space + 1) != ' ';
  }

  private void words(String text, int from, int to, boolean apostrophes) {
    int written = from;
    if (apostrophes) {
      for (int i = text.indexOf('\'', from); i >= 0 && i < to; i = text.indexOf('\'', i + 1)) {
        out.append(text, written, i + 1).append('\'');
        written = i + 1;
      }
    }
    out.append(text, written, to);
  }

  private void escaped(String text, int indent) {
    out.append('"');
    // Behind a byte order mark nothing stands as it is, odd as that looks: so Go's writer has it.
    boolean marked = text.startsWith("\uFEFF");
    boolean afterSpace = false;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (marked) {
        Escapes.escape(c, out);
      } else if (c == ' ' && mayFold(indent, afterSpace) && i > 0 && i < text.length() - 1) {
        line(indent);
        if (text.charAt(i + 1) == ' ') {
          out.append('\\');
        }
      } else {
        Escapes.append(c, out);
      }
      afterSpace = c == ' ';
    }
    out.append('"');
  }

  private void literal(String text, int indent) {
    out.append(header(text)).append('\n');
    lineStart = out.length();
    int start = 0;
    while (start < text.length()) {
      int stop = OtherBreaks.lineEnd(text, start);
      if (stop > start) {
        out.repeat(' ', indent).append(text, start, stop);
      }
      breakLine(text, stop);
      start = stop + 1;
    }
  }

  private static String header(String text) {
    int length = text.length();
    char first = text.charAt(0);
    String header = first == ' ' || OtherBreaks.endsLine(first) ? "|2" : "|";
    if (!OtherBreaks.endsLine(text.charAt(length - 1))) {
      return header + '-';
    }
    boolean several = length == 1 || OtherBreaks.endsLine(text.charAt(length - 2));
    return several ? header + '+' : header;
  }

  /// A text of several lines as a block, for who has begun the line.
  static String block(String text, int indent) {
    var writer = new ScalarWriter();
    writer.literal(text, indent);
    return writer.text();
  }
}
