package dev.levada.checks.bars;

import java.util.ArrayList;
import java.util.List;

/// Which lines of a file are code and which are comment; a line with both is code.
///
/// @param code lines with anything but comment, trimmed, by number from 1; imports and the package
///   line count as code
/// @param comments how many lines hold nothing but comment
record LineKinds(List<Line> code, int comments) {

  /// @param number from 1
  /// @param text without the space around it
  record Line(int number, String text) {

    boolean isImport() {
      return text.startsWith("import ") || text.startsWith("package ");
    }
  }

  static LineKinds of(String text) {
    var code = new ArrayList<Line>();
    int comments = 0;
    boolean block = false;
    boolean textBlock = false;
    int number = 0;
    for (String raw : text.split("\n", -1)) {
      number++;
      String line = raw.strip();
      if (line.isEmpty()) {
        continue;
      }
      if (block || (!textBlock && (line.startsWith("//") || line.startsWith("/*")))) {
        comments++;
        block = (block || line.startsWith("/*")) && !line.contains("*/");
        continue;
      }
      code.add(new Line(number, line));
      if (marks(line) % 2 == 1) {
        textBlock = !textBlock;
      }
    }
    return new LineKinds(List.copyOf(code), comments);
  }

  private static int marks(String line) {
    return line.split("\"\"\"", -1).length - 1;
  }
}
