package dev.levada.core.manifest;

import java.util.List;
import java.util.regex.Pattern;

/// Which line of a text would be which if the text were written as kustomize writes what it has
/// read: without the document's marker, and without blank lines but for those in texts and those
/// that part comments.
final class SourceLines {

  private static final Pattern BLOCK = Pattern.compile("(?:.*[:\\-] +)?[|>][+\\-0-9]*\\s*");

  private final int[] written;

  SourceLines(String text) {
    List<String> lines = text.lines().toList();
    written = new int[lines.size() + 2];
    int count = 0;
    int block = -1;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean blank = line.isBlank();
      if (!blank && indentation(line) <= block) {
        block = -1;
      }
      if (blank ? block >= 0 || partsComments(lines, i) : !line.startsWith("---")) {
        count++;
      }
      written[i + 1] = count;
      if (!blank && block < 0 && BLOCK.matcher(line).matches()) {
        block = indentation(line);
      }
    }
  }

  int of(int line) {
    return line < written.length ? written[line] : line;
  }

  private static boolean partsComments(List<String> lines, int at) {
    if (at == 0 || !isComment(lines.get(at - 1))) {
      return false;
    }
    boolean head =
        lines.subList(0, at).stream()
            .allMatch(line -> line.isBlank() || isComment(line) || line.startsWith("---"));
    return head
        || lines.stream()
            .skip(at)
            .filter(line -> !line.isBlank())
            .findFirst()
            .filter(SourceLines::isComment)
            .isPresent();
  }

  private static boolean isComment(String line) {
    return line.stripLeading().startsWith("#");
  }

  static int indentation(String line) {
    return line.length() - line.stripLeading().length();
  }
}
