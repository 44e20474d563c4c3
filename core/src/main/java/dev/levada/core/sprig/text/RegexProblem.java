package dev.levada.core.sprig.text;

import com.google.re2j.PatternSyntaxException;

/// What Go says of a text that is no regular expression.
public final class RegexProblem {

  private RegexProblem() {}

  /// What is wrong, in Go's words.
  ///
  /// @param expression the whole text
  /// @param problem what is wrong with it
  public static String text(String expression, PatternSyntaxException problem) {
    if (problem.getDescription().contains("internal error")) {
      return "error parsing regexp: unexpected ): `" + expression + "`";
    }
    String part = problem.getPattern();
    String shown = part == null || part.isEmpty() ? "``" : "`" + part + "`";
    return "error parsing regexp: " + problem.getDescription() + ": " + shown;
  }
}
