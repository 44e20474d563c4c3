package dev.levada.core.manifest;

import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;

/// Escapes in double quotes that Go's readers and our parser do not share: `\L`, `\P`, `\'` and a
/// tab behind the backslash are known to theirs alone, `\/` to ours alone.
final class GoEscapes {

  private static final String THEIRS = "LP'\t";
  private static final String[] OURS = {"\\u2028", "\\u2029", "'", "\\t"};
  private static final String SLASH = "\\/";

  private GoEscapes() {}

  /// The text with the escapes of one scalar written as our parser knows them; empty where the
  /// parser complains of something else.
  static Optional<String> repaired(MarkedYamlEngineException e, String text) {
    int at = e.getProblemMark().map(mark -> place(mark, text)).orElse(0);
    boolean theirs =
        at > 0
            && at < text.length()
            && text.charAt(at - 1) == '\\'
            && THEIRS.indexOf(text.charAt(at)) >= 0
            && e.getProblem().startsWith("found unknown escape character");
    return theirs ? Optional.of(repaired(text, at - 1)) : Optional.empty();
  }

  private static String repaired(String text, int from) {
    var out = new StringBuilder(text.length() + 16).append(text, 0, from);
    int i = from;
    while (i + 1 < text.length() && text.charAt(i) != '"') {
      if (text.charAt(i) == '\\') {
        int known = THEIRS.indexOf(text.charAt(i + 1));
        out.append(known < 0 ? text.substring(i, i + 2) : OURS[known]);
        i += 2;
      } else {
        out.append(text.charAt(i++));
      }
    }
    return out.append(text, i, text.length()).toString();
  }

  static boolean mayHaveSlash(String text) {
    return text.contains(SLASH);
  }

  /// Refuses `\/` in double quotes.
  ///
  /// @param parser reads the text with marks
  /// @param most how many documents are looked at
  static void refuseSlash(Parser parser, String text, YamlRules rules, int most) {
    int documents = 0;
    while (documents < most && parser.hasNext()) {
      Event event = parser.next();
      documents += event.getEventId() == Event.ID.DocumentEnd ? 1 : 0;
      if (event instanceof ScalarEvent scalar
          && scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED) {
        refuseSlash(scalar, text, rules);
      }
    }
  }

  private static void refuseSlash(ScalarEvent scalar, String text, YamlRules rules) {
    Mark start = scalar.getStartMark().orElseThrow();
    int from = place(start, text);
    String source = text.substring(from, place(scalar.getEndMark().orElseThrow(), text));
    for (int i = source.indexOf('\\'); i >= 0; i = source.indexOf('\\', i + 2)) {
      if (source.startsWith(SLASH, i)) {
        int lines = (int) source.substring(0, i).chars().filter(c -> c == '\n').count();
        throw Problems.scanned(
            start.getLine(), start.getLine() + lines, "found unknown escape character", rules);
      }
    }
  }

  /// A mark counts code points.
  private static int place(Mark mark, String text) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }
}
