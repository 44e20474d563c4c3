package dev.levada.core.manifest;

/// Reads literal and folded scalars.
class QuickBlocks extends QuickScalars {

  private static final int TO_BE_FOUND = 0;

  private boolean strip;
  private boolean keep;
  private int breaks;

  private final boolean rewrites;

  QuickBlocks(byte[] bytes, YamlRules rules) {
    super(bytes, new TextPool(bytes.length, rules));
    this.rewrites = rules == YamlRules.RESOURCE_V3;
  }

  /// The scalar whose indicator (`|` or `>`) is next.
  final Scalar block(int parentIndent) {
    boolean folded = bytes[position] == '>';
    position++;
    int hint = header();
    int indent = hint == TO_BE_FOUND ? findIndent() : Math.max(parentIndent, 0) + hint;
    if (indent <= parentIndent) {
      indent = parentIndent + 1;
    }
    clearScratch();
    lines(indent, folded);
    String text = scratchText();
    return new Scalar(
        Scalar.Kind.STRING, folded && rewrites ? FoldedText.rewritten(text) : text, true);
  }

  private int header() {
    int hint = TO_BE_FOUND;
    chomping();
    byte digit = peek(0);
    if (digit >= '1' && digit <= '9') {
      hint = digit - '0';
      position++;
      if (!strip && !keep) {
        chomping();
      }
    }
    int behind = position;
    skipSpaces();
    if (peek(0) == '#' && position > behind) {
      while (!atEnd() && bytes[position] != '\n') {
        position++;
      }
    }
    if (atEnd() || bytes[position] != '\n') {
      throw UnusualYaml.INSTANCE;
    }
    position++;
    lineStart = position;
    return hint;
  }

  private void chomping() {
    strip = peek(0) == '-';
    keep = peek(0) == '+';
    if (strip || keep) {
      position++;
    }
  }

  /// The indentation of the first line that is not blank, or of a longer blank line before it.
  private int findIndent() {
    int longest = 0;
    int start = position;
    for (int p = position; p < end; p++) {
      byte b = bytes[p];
      if (b == '\n') {
        longest = Math.max(longest, p - start);
        start = p + 1;
      } else if (b != ' ') {
        if (b == '\t') {
          throw UnusualYaml.INSTANCE;
        }
        return Math.max(longest, p - start);
      }
    }
    return Math.max(longest, end - start);
  }

  private void lines(int indent, boolean folded) {
    skipIndentation(indent);
    int pending = breaks; // line breaks that are written once it is known what follows
    boolean first = true;
    boolean blankBefore = false;
    while (!atEnd() && column() == indent && bytes[position] != '\n') {
      boolean blank = bytes[position] == ' ' || bytes[position] == '\t';
      if (folded && !first && !blankBefore && !blank) {
        if (pending == 1) {
          scratch((byte) ' ');
        }
        pending--;
      }
      breaks(pending);
      int from = position;
      toLineEnd();
      scratch(from, position);
      blankBefore = blank;
      first = false;
      pending = 0;
      if (!atEnd()) {
        position++;
        lineStart = position;
        skipIndentation(indent);
        pending = 1 + breaks;
      }
    }
    if (keep) {
      if (!atEnd() && bytes[position] == '#') {
        throw UnusualYaml.INSTANCE;
      }
      breaks(pending);
    } else if (!strip && !first) {
      breaks(Math.min(pending, 1));
    }
    if (!atEnd()) {
      position = lineStart;
    }
  }

  private void breaks(int count) {
    for (int i = 0; i < count; i++) {
      scratch((byte) '\n');
    }
  }

  private void toLineEnd() {
    int p = position;
    while (p < end && bytes[p] != '\n') {
      byte b = bytes[p];
      if (b >= 0 && classOf(b) == REFUSED && b != '\t') {
        throw UnusualYaml.INSTANCE;
      }
      p++;
    }
    position = p;
  }

  /// Skips blank lines, counts them, and goes to the indentation on the next line with text.
  private void skipIndentation(int indent) {
    breaks = 0;
    while (true) {
      while (!atEnd() && column() < indent && bytes[position] == ' ') {
        position++;
      }
      if (atEnd() || bytes[position] != '\n') {
        if (!atEnd() && bytes[position] == '\t' && column() < indent) {
          throw UnusualYaml.INSTANCE;
        }
        return;
      }
      breaks++;
      position++;
      lineStart = position;
    }
  }
}
