package dev.levada.core.helm.render;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is behind an error of a template, and what to do about it: Go's words name neither.
record TemplateHint(Pattern said, String hint) {

  private static final List<TemplateHint> ALL =
      List.of(
          known(
              "nil pointer evaluating interface \\{\\}\\.(\\S+)",
              "What .$1 is asked of has no value there: set it, or let the template do without it"
                  + " (`with`, or parentheses around what may be missing)."),
          known(
              "can't evaluate field (\\S+) in type (.+)",
              "What .$1 is asked of is no table with that key: give the values the form that the"
                  + " template expects."),
          known(
              "incompatible types for comparison.*",
              "Numbers of values files are float64, those of --set and of templates are int64 and"
                  + " int: compare them after `int` or `float64`."),
          known(
              "range can't iterate over.*",
              "Only lists, tables and whole numbers can be walked through: give a list there."),
          known(
              "wrong type for value; expected (.+); got (.+)",
              "The function takes $1 and was given $2: correct the value, or convert it (`toString`,"
                  + " `int`, `toYaml`)."),
          known(
              "(?:no template \"|template \")([^\"]+)\"(?: associated| not defined)?",
              "Define \"$1\", or add the chart that defines it to the dependencies."),
          known(
              "index out of range.*",
              "The list is shorter than the template expects: give it more elements."));

  private static TemplateHint known(String said, String hint) {
    return new TemplateHint(Pattern.compile(said + "\\s*$"), hint);
  }

  /// What to do about an error.
  ///
  /// @param text what failed, in Go's words
  /// @param place the file, line and column
  static String of(String text, String place) {
    for (TemplateHint each : ALL) {
      Matcher found = each.said.matcher(text);
      if (found.find()) {
        return "At " + place + ": " + expanded(found, each.hint);
      }
    }
    return "Correct the template at " + place + ", or the values it uses.";
  }

  private static String expanded(Matcher found, String hint) {
    String text = hint;
    for (int i = 1; i <= found.groupCount(); i++) {
      text = text.replace("$" + i, String.valueOf(found.group(i)));
    }
    return text;
  }
}
