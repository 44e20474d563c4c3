package dev.levada.core.helm.values;

import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.helm.table.JsonValues;
import dev.levada.core.helm.table.YamlInvalid;

/// The JSON value at the start of what is left of an expression, up to the comma behind it.
final class JsonPrefix {

  private JsonPrefix() {}

  static Object read(SetReader in) {
    String rest = in.rest();
    int end = end(rest);
    in.skip(end);
    in.take(',');
    String json = rest.substring(0, end).strip();
    if (json.isEmpty()) {
      return Nil.NIL;
    }
    try {
      return JsonValues.read(json);
    } catch (YamlInvalid e) {
      throw new SetInvalid(e.text());
    }
  }

  /// Where the first comma stands that is neither in a string nor between brackets.
  private static int end(String text) {
    int depth = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ',' && depth == 0) {
        return at;
      }
      if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
      at = c == '"' ? stringEnd(text, at) : at + 1;
    }
    return text.length();
  }

  private static int stringEnd(String text, int start) {
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, text.length());
  }
}
