package dev.levada.core.helm.schema;

/// What Helm's library says of texts that are no JSON pointers.
final class PointerTexts {

  private PointerTexts() {}

  static String pointer(String text) {
    if (text.isEmpty()) {
      return "";
    }
    if (!text.startsWith("/")) {
      return "not starting with /";
    }
    boolean escaped = text.replace("~0", "").replace("~1", "").indexOf('~') < 0;
    return escaped ? "" : "~ must be followed by 0 or 1";
  }

  static String relative(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    if (digits == 0) {
      return "must start with non-negative integer";
    }
    if (digits > 1 && text.startsWith("0")) {
      return "starts with zero";
    }
    String rest = text.substring(digits);
    return rest.equals("#") ? "" : pointer(rest);
  }
}
