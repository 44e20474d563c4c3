package dev.levada.core.image;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/// A text with `$1`, `${1}`, `$name` or `${name}` for groups of a match, and `$$` for a dollar. A
/// name reaches as far as letters, digits and underscores go; a group that does not exist is empty.
///
/// @param parts what follows what
record Template(List<Part> parts) {

  sealed interface Part {}

  record Text(String text) implements Part {}

  record Group(String name) implements Part {}

  static Template parse(String text) {
    var parts = new ArrayList<Part>();
    int at = 0;
    while (at < text.length()) {
      int dollar = text.indexOf('$', at);
      if (dollar < 0) {
        parts.add(new Text(text.substring(at)));
        break;
      }
      if (dollar > at) {
        parts.add(new Text(text.substring(at, dollar)));
      }
      at = reference(text, dollar, parts);
    }
    return new Template(List.copyOf(parts));
  }

  /// Reads what follows a dollar and returns where the text goes on.
  private static int reference(String text, int dollar, List<Part> parts) {
    if (text.startsWith("$$", dollar)) {
      parts.add(new Text("$"));
      return dollar + 2;
    }
    boolean braces = text.startsWith("${", dollar);
    int start = dollar + (braces ? 2 : 1);
    int end = start;
    while (end < text.length() && isName(text.charAt(end))) {
      end++;
    }
    boolean closed = !braces || text.startsWith("}", end);
    if (end == start || !closed) {
      parts.add(new Text("$"));
      return dollar + 1;
    }
    parts.add(new Group(text.substring(start, end)));
    return end + (braces ? 1 : 0);
  }

  private static boolean isName(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  String expand(Matcher match, Pattern pattern) {
    var out = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Text(String text) -> out.append(text);
        case Group(String name) -> out.append(group(match, pattern, name));
      }
    }
    return out.toString();
  }

  private static String group(Matcher match, Pattern pattern, String name) {
    Integer number = pattern.namedGroups().get(name);
    int index = number != null ? number : index(name);
    String text = index >= 0 && index <= match.groupCount() ? match.group(index) : null;
    return text == null ? "" : text;
  }

  private static int index(String name) {
    return name.length() < 9 && name.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.parseInt(name)
        : -1;
  }
}
