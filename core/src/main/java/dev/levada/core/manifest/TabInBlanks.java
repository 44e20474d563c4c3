package dev.levada.core.manifest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// A tab where a line should be indented with spaces, the most frequent mistake in YAML. Go's
/// readers notice it within the scalar above, ours only at the token behind it.
///
/// @param begun the line, from zero, on which the scalar above begins
/// @param line the line, from zero, of the tab
/// @param problem what Go's readers say
record TabInBlanks(int begun, int line, String problem) {

  private static final String IN_BLOCK =
      "found a tab character where an indentation space is expected";
  private static final String IN_PLAIN = "found a tab character that violates indentation";

  private static final Pattern HEADER = Pattern.compile(".*(?:^|[:\\-] +)[|>][+\\-0-9]*\\s*");
  private static final Pattern KEY = Pattern.compile("[^\\s\"'#\\[{][^#\"'\\[{]*?: +(?=\\S)");
  private static final Pattern DASHES = Pattern.compile(" *+(?:- ++)*+");
  private static final Pattern PLAIN = Pattern.compile("[^\\s\"'|>\\[{&*!%@`#].*");

  static Optional<TabInBlanks> find(MarkedYamlEngineException e, String text) {
    if (!e.getProblem().contains("\\t") && !e.getProblem().equals(IN_BLOCK)) {
      return Optional.empty();
    }
    List<String> lines = text.lines().toList();
    int at = e.getProblemMark().map(Mark::getLine).orElse(0);
    while (at < lines.size() && !startsWithTab(lines.get(at))) {
      at++;
    }
    return at >= lines.size() || at == 0 ? Optional.empty() : above(lines, at);
  }

  private static Optional<TabInBlanks> above(List<String> lines, int at) {
    int column = indentation(lines.get(at));
    for (int i = at - 1; i >= 0; i--) {
      String line = lines.get(i);
      if (HEADER.matcher(line).matches()) {
        return inBlock(lines, i, at, column);
      }
    }
    return inPlain(lines, at, column);
  }

  private static Optional<TabInBlanks> inBlock(List<String> lines, int header, int at, int column) {
    int first = header + 1;
    while (first < at && lines.get(first).isBlank()) {
      first++;
    }
    int block = first == at ? Integer.MAX_VALUE : indentation(lines.get(first));
    boolean within =
        lines.subList(header + 1, at).stream()
            .allMatch(line -> line.isBlank() || indentation(line) >= block);
    if (!within || (first < at && block <= indentation(lines.get(header)))) {
      return inPlain(lines, at, column);
    }
    return column < block ? Optional.of(new TabInBlanks(header, at, IN_BLOCK)) : Optional.empty();
  }

  /// As {@link #find}, for a line that is below a plain scalar if below any.
  static Optional<TabInBlanks> inPlain(List<String> lines, int at) {
    return inPlain(lines, at, indentation(lines.get(at)));
  }

  /// Whether what stands above a line is a plain scalar without a comment.
  static boolean isBelowPlain(List<String> lines, int at) {
    return inPlain(lines, at, -1).isPresent();
  }

  private static Optional<TabInBlanks> inPlain(List<String> lines, int at, int column) {
    int start = at - 1;
    while (start >= 0 && lines.get(start).isBlank()) {
      start--;
    }
    String line = start < 0 ? "" : lines.get(start);
    var dashes = DASHES.matcher(line);
    int item = dashes.lookingAt() ? dashes.end() : 0;
    String rest = line.substring(item);
    var key = KEY.matcher(rest);
    boolean keyed = key.lookingAt();
    int indentation = keyed ? item : line.substring(0, item).lastIndexOf('-');
    String value = keyed ? rest.substring(key.end()) : rest;
    return isPlain(value) && column <= indentation
        ? Optional.of(new TabInBlanks(start, at, IN_PLAIN))
        : Optional.empty();
  }

  private static boolean isPlain(String value) {
    return PLAIN.matcher(value).matches() && !value.contains(" #") && !value.endsWith(":");
  }

  private static boolean startsWithTab(String line) {
    return line.startsWith("\t", indentation(line));
  }

  private static int indentation(String line) {
    int i = 0;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return i;
  }
}
