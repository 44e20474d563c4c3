package dev.levada.core.manifest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  private final List<String> lines;
  private int block = -1;
  private @Nullable OpenText open;

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
      if (block >= 0 && !line.isBlank() && SourceLines.indentation(line) <= block) {
        block = -1;
      }
      OpenText above = open;
      if (above != null) {
        open = above.endsIn(line) ? null : above;
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
      block = SourceLines.indentation(line);
    } else if (opening.matches()) {
      var text = new OpenText();
      open = text.endsIn(opening.group(1)) ? null : text;
    }
  }
}
