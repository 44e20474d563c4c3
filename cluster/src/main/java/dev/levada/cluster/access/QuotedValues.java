package dev.levada.cluster.access;

import java.util.regex.Pattern;

/// Hides the values that the API server quotes in its messages, for objects whose values are
/// secret.
final class QuotedValues {

  private static final Pattern UNSTRUCTURED =
      Pattern.compile("valueUnstructured\\{Value:.*?\\}", Pattern.DOTALL);
  private static final Pattern INVALID =
      Pattern.compile(
          "((?:Invalid|Unsupported|Duplicate) value: )(\"(?:[^\"\\\\]|\\\\.)*\"|\\S+?)(?=:|,|$)");

  private QuotedValues() {}

  static String hide(String message) {
    String hidden = UNSTRUCTURED.matcher(message).replaceAll("valueUnstructured{Value:***}");
    hidden = INVALID.matcher(hidden).replaceAll("$1***");
    return hidden;
  }
}
