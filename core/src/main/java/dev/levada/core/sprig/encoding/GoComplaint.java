package dev.levada.core.sprig.encoding;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// What Go's YAML reader says of a text that ours has refused, line number included.
final class GoComplaint {

  private static final List<String[]> WORDS =
      List.of(
          words("mapping values are not allowed", "mapping values are not allowed in this context"),
          words(
              "sequence entries are not allowed",
              "block sequence entries are not allowed in this context"),
          words("mapping keys are not allowed", "mapping keys are not allowed in this context"),
          words("that cannot start any token", "found character that cannot start any token"),
          words("found unknown escape character", "found unknown escape character"),
          words("found undefined tag handle", "found undefined tag handle"),
          words(
              "unexpected character found",
              "did not find expected alphabetic or numeric character"),
          words(
              "chomping or indentation indicators", "did not find expected comment or line break"),
          words("hexadecimal numbers", "did not find expected hexdecimal number"),
          words(
              "expected alphabetic or numeric character",
              "did not find expected alphabetic or numeric character"),
          words("expected ',' or ']'", "did not find expected ',' or ']'"),
          words("expected ',' or '}'", "did not find expected ',' or '}'"),
          words("expected the node content", "did not find expected node content"),
          words(
              "expected a comment or a line break", "did not find expected comment or line break"),
          words("document start", "did not find expected <document start>"));

  /// What Go's reader tells without a line.
  private static final List<String> UNPLACED =
      List.of("yaml: line 1: ", "unknown anchor", "!!binary", "contains itself", "map merge");

  private static final long MOST_BRACKETS = 1000;

  private GoComplaint() {}

  private static String[] words(String ours, String theirs) {
    return new String[] {ours, theirs};
  }

  /// What is wrong with a text.
  ///
  /// @param utf8 the text
  /// @param otherwise what our reader said, for what the parser finds no fault with
  static String of(byte[] utf8, String otherwise) {
    if (otherwise.contains("not valid UTF-8")) {
      return "yaml: " + BadOctets.complaint(utf8);
    }
    String text = new String(utf8, StandardCharsets.UTF_8);
    if (isDeep(text)) {
      return plain(otherwise);
    }
    var settings =
        LoadSettings.builder().setUseMarks(true).setCodePointLimit(Integer.MAX_VALUE).build();
    try {
      var parser = new ParserImpl(settings, new StreamReader(settings, text));
      while (parser.hasNext()) {
        parser.next();
      }
      return plain(otherwise);
    } catch (MarkedYamlEngineException e) {
      return "yaml: " + line(e, text) + problem(e, text);
    } catch (YamlEngineException e) {
      return plain(otherwise);
    }
  }

  /// Whether brackets are nested so deeply that another reading would take long.
  private static boolean isDeep(String text) {
    return text.chars().filter(c -> c == '[' || c == '{').limit(MOST_BRACKETS).count()
            == MOST_BRACKETS
        && text.chars().filter(c -> c == ']' || c == '}').count() * 2 < MOST_BRACKETS;
  }

  /// Go's reader counts parser errors from 0 and scanner errors from 1, and says nothing of the
  /// first line. To its parser the end of the text is a line of its own.
  private static String line(MarkedYamlEngineException e, String text) {
    int line = e.getProblemMark().map(Mark::getLine).orElse(0);
    boolean parsed = e instanceof ParserException;
    if (atEnd(e, parsed, text) && !text.endsWith("\n")) {
      line++;
    }
    if (line == 0) {
      return "";
    }
    return "line " + (parsed ? line : line + 1) + ": ";
  }

  private static boolean atEnd(MarkedYamlEngineException e, boolean parsed, String text) {
    return parsed
        ? e.getProblem().contains("<stream end>")
        : e.getProblem().contains("could not find expected ':'")
            && e.getProblemMark().map(mark -> mark.getIndex() >= text.length()).orElse(false);
  }

  private static String problem(MarkedYamlEngineException e, String text) {
    String problem = e.getProblem();
    if (problem.contains("(TAB)")) {
      return tab(e, text);
    }
    if (problem.contains("expected <block end>")) {
      return String.valueOf(e.getContext()).contains("collection")
          ? "did not find expected '-' indicator"
          : "did not find expected key";
    }
    return WORDS.stream()
        .filter(pair -> problem.contains(pair[0]))
        .findFirst()
        .map(pair -> pair[1])
        .orElse(problem);
  }

  /// A tab that indents a line is told apart by what the line above ends with.
  private static String tab(MarkedYamlEngineException e, String text) {
    int line = e.getProblemMark().map(Mark::getLine).orElse(0);
    int column = e.getProblemMark().map(Mark::getColumn).orElse(0);
    List<String> lines = text.lines().limit(line + 1L).toList();
    String above = line == 0 || column > 0 ? ":" : lines.get(line - 1).strip();
    if (above.endsWith("|") || above.endsWith(">")) {
      return "found a tab character where an indentation space is expected";
    }
    return above.isEmpty() || above.endsWith(":") || above.endsWith("-")
        ? "found character that cannot start any token"
        : "found a tab character that violates indentation";
  }

  /// What no parser said, in Go's words.
  private static String plain(String message) {
    if (message.startsWith("unsupported map key")) {
      return message;
    }
    String said = message.startsWith("yaml: ") ? message : "yaml: " + message;
    if (said.contains("special characters are not allowed")) {
      return "yaml: control characters are not allowed";
    }
    boolean unplaced = UNPLACED.stream().anyMatch(said::contains);
    int colon = said.indexOf(": ", "yaml: ".length());
    return unplaced && said.startsWith("yaml: line ") && colon > 0
        ? "yaml: " + said.substring(colon + 2)
        : said;
  }
}
