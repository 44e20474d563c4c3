package dev.levada.core.helm.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import dev.levada.core.sprig.text.RegexProblem;

/// Patterns of schemas, in linear time.
final class LinearExpressions implements RegularExpressionFactory {

  /// What is wrong with an expression; empty for nothing.
  static String problem(String expression) {
    try {
      Pattern.compile(expression);
      return "";
    } catch (PatternSyntaxException e) {
      return RegexProblem.text(expression, e);
    }
  }

  @Override
  public RegularExpression getRegularExpression(String expression) {
    Pattern pattern = Pattern.compile(expression);
    return text -> pattern.matcher(text).find();
  }
}
