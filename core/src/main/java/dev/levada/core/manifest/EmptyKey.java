package dev.levada.core.manifest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// `{}` or `[]` where a key or a dash should be. Go's readers do not wait for a colon behind it.
final class EmptyKey {

  private static final Pattern EMPTY = Pattern.compile("\\{\\s*}|\\[\\s*]");

  private EmptyKey() {}

  static Optional<MalformedManifest> problem(MarkedYamlEngineException e, String text) {
    if (!e.getProblem().startsWith("could not find expected ':'")) {
      return Optional.empty();
    }
    return e.getContextMark()
        .filter(key -> EMPTY.matcher(text).region(place(key, text), text.length()).lookingAt())
        .map(key -> {
          List<String> lines = text.lines().toList();
          return Problems.parsed(
              key.getLine(),
              isItem(lines, key.getLine(), key.getColumn())
                  ? "did not find expected '-' indicator"
                  : "did not find expected key");
        });
  }

  private static int place(Mark mark, String text) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }

  /// Whether the block that the line would belong to is a list.
  private static boolean isItem(List<String> lines, int at, int column) {
    boolean item = false;
    for (int i = at - 1; i >= 0; i--) {
      String line = lines.get(i);
      int indentation = SourceLines.indentation(line);
      if (!line.isBlank() && indentation < column) {
        break;
      }
      if (!line.isBlank() && indentation == column) {
        item = line.startsWith("- ", column);
      }
    }
    return item;
  }
}
