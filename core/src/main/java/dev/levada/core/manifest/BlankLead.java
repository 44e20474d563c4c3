package dev.levada.core.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// A block of text that begins with blank lines which are indented deeper than what follows. To
/// Go's readers such a block ends with its blank lines, to our parser it is wrong.
final class BlankLead {

  private static final Pattern HEADER =
      Pattern.compile(
          "(?<lead> *+(?:- ++)*+)(?<key>.*:\\s+)?(?:!\\S+ +)?[|>](?=[+-]?\\s*(?: #.*)?$)");

  private static final int DEEPEST = 9;

  private BlankLead() {}

  /// The text with the block's depth written in its header; empty where the parser complains of
  /// something else.
  static Optional<String> repaired(MarkedYamlEngineException e, String text) {
    if (!e.getProblem().contains("leading empty lines contain more spaces")) {
      return Optional.empty();
    }
    var lines = new ArrayList<>(List.of(text.split("\n", -1)));
    // The parser names the line that follows.
    int next = e.getProblemMark().map(Mark::getLine).orElse(0);
    int at = next - 1;
    while (at > 0 && lines.get(at).isBlank()) {
      lines.set(at--, "");
    }
    Matcher header = HEADER.matcher(at < 0 ? "" : lines.get(at));
    int depth = SourceLines.indentation(lines.get(next)) + 1;
    if (!header.lookingAt() || depth - parent(header) > DEEPEST) {
      return Optional.empty();
    }
    int digit = Math.max(depth - parent(header), 1);
    String line = lines.get(at);
    lines.set(at, line.substring(0, header.end()) + digit + line.substring(header.end()));
    return Optional.of(String.join("\n", lines));
  }

  /// The column of the key or of the dash that the block belongs to.
  private static int parent(Matcher header) {
    String lead = header.group("lead");
    return header.group("key") == null ? Math.max(lead.lastIndexOf('-'), 0) : lead.length();
  }
}
