package dev.levada.core.manifest;

import java.util.List;

/// A block scalar that keeps its last blank lines (`|+`) and is followed by nothing but comments:
/// kustomize writes the comments behind it, and what it reads again has one line break more.
final class KeptEnd {

  private KeptEnd() {}

  /// Whether a text ends so.
  static boolean is(String text, Scalar last) {
    if (!last.text().endsWith("\n\n") && !last.text().equals("\n")) {
      return false;
    }
    List<String> lines =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.equals("..."))
            .toList();
    String end = lines.getLast();
    return end.startsWith("#") && !last.text().strip().endsWith(end);
  }

  /// The document with the line break more. A list of objects is taken apart before it is written.
  static Node grown(Node document, Scalar last) {
    boolean list = document instanceof Mapping root && root.textAt("kind").endsWith("List");
    return list ? document : OpenEnd.rewritten(document, last, last.text() + "\n");
  }
}
