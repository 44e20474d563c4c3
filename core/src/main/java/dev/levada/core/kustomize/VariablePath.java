package dev.levada.core.kustomize;

import java.util.ArrayList;
import java.util.List;

/// The path of a variable's field: keys joined by dots, `[0]` for an element of a list, `\.` for a
/// dot in a key.
final class VariablePath {

  private VariablePath() {}

  static List<String> keys(String path) {
    var keys = new ArrayList<String>();
    var key = new StringBuilder();
    boolean inBrackets = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '\\' && i + 1 < path.length() && path.charAt(i + 1) == '.') {
        key.append('.');
        i++;
      } else if ((c == '.' || isIndex(path, i)) && !inBrackets) {
        add(keys, key);
        inBrackets = c == '[';
      } else if (c == ']' && inBrackets) {
        add(keys, key);
        inBrackets = false;
      } else {
        key.append(c);
      }
    }
    add(keys, key);
    return keys;
  }

  private static boolean isIndex(String path, int at) {
    return path.charAt(at) == '['
        && at + 1 < path.length()
        && Character.isDigit(path.charAt(at + 1));
  }

  private static void add(List<String> keys, StringBuilder key) {
    if (!key.isEmpty()) {
      keys.add(key.toString());
      key.setLength(0);
    }
  }
}
