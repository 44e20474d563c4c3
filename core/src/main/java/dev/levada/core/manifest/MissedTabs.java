package dev.levada.core.manifest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tabs that our parser reads over and Go's readers refuse: on lines of blanks or comments, and
/// behind the dash of a list.
final class MissedTabs {

  private static final String IN_TOKEN = "found character that cannot start any token";

  private static final Pattern BLOCK =
      Pattern.compile("(?:.*[:\\-] +)?[|>][+\\-0-9]*\\s*(?: #.*)?");
  private static final Pattern BLANK = Pattern.compile(" *\t\\s*(?:#.*)?");
  private static final Pattern DASH = Pattern.compile(" *(?:- +)*-(?: *\t)+.*");
  private static final Pattern OPENING =
      Pattern.compile("\\s*(?:- +)*(?:[^\\s\"'\\[{#]\\S*: +)?([\"'\\[{].*)");

  private static final Pattern QUOTED =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'", Pattern.DOTALL);
  private static final Pattern CLOSED =
      Pattern.compile("(?:" + QUOTED.pattern() + ")", Pattern.DOTALL);

  private final List<String> lines;
  private int block = -1;
  private String open = "";

  private MissedTabs(String text) {
    this.lines = text.lines().toList();
  }

  /// The first of them in a text that our parser has read.
  static Optional<TabInBlanks> find(String text) {
    return text.indexOf('\t') < 0 ? Optional.empty() : new MissedTabs(text).first();
  }

  private Optional<TabInBlanks> first() {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (block >= 0 && !line.isBlank() && indentation(line) <= block) {
        block = -1;
      }
      if (!open.isEmpty()) {
        open = rest(open + "\n" + line);
      } else if (block < 0) {
        Optional<TabInBlanks> tab = at(line, i);
        if (tab.isPresent()) {
          return tab;
        }
        begin(line);
      }
    }
    return Optional.empty();
  }

  private Optional<TabInBlanks> at(String line, int i) {
    if (DASH.matcher(line).matches()) {
      return Optional.of(new TabInBlanks(i, i, IN_TOKEN));
    }
    if (!BLANK.matcher(line).matches()) {
      return Optional.empty();
    }
    return TabInBlanks.isBelowPlain(lines, i)
        ? TabInBlanks.inPlain(lines, i)
        : Optional.of(new TabInBlanks(i, i, IN_TOKEN));
  }

  private void begin(String line) {
    var opening = OPENING.matcher(line);
    if (BLOCK.matcher(line).matches()) {
      block = indentation(line);
    } else if (opening.matches()) {
      open = rest(opening.group(1));
    }
  }

  /// What of a quoted text or a bracket is still open; empty where it is closed.
  private static String rest(String text) {
    return CLOSED.matcher(text).lookingAt() || isClosedBracket(text) ? "" : text;
  }

  private static boolean isClosedBracket(String text) {
    String bare = QUOTED.matcher(text).replaceAll("");
    boolean quoted = bare.indexOf('"') >= 0 || bare.indexOf('\'') >= 0;
    return !quoted && count(bare, "[{") <= count(bare, "]}");
  }

  private static long count(String text, String brackets) {
    return text.chars().filter(c -> brackets.indexOf(c) >= 0).count();
  }

  private static int indentation(String line) {
    return line.length() - line.stripLeading().length();
  }
}
