package dev.levada.core.helm.schema;

import com.google.re2j.Pattern;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;

/// Patterns of schemas, in linear time.
final class LinearExpressions implements RegularExpressionFactory {

  @Override
  public RegularExpression getRegularExpression(String expression) {
    Pattern pattern = Pattern.compile(expression);
    return text -> pattern.matcher(text).find();
  }
}
