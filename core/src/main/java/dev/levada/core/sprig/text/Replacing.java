package dev.levada.core.sprig.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.levada.core.gotemplate.format.Numbers;

/// Replacement of what a regular expression matches, with Go's `$1`, `${1}` and `$name`.
final class Replacing {

  private Replacing() {}

  static String replace(Pattern pattern, String text, String by, boolean literal) {
    Matcher matcher = pattern.matcher(text);
    var out = new StringBuilder(text.length());
    int from = 0;
    int lastEnd = -1;
    while (matcher.find()) {
      out.append(text, from, matcher.start());
      // An empty match directly after another is none.
      if (matcher.end() > lastEnd || matcher.start() == 0) {
        if (literal) {
          out.append(by);
        } else {
          expand(out, matcher, pattern, by);
        }
      }
      from = matcher.end();
      lastEnd = matcher.end();
    }
    return out.append(text, from, text.length()).toString();
  }

  private static void expand(StringBuilder out, Matcher matcher, Pattern pattern, String by) {
    int at = 0;
    while (at < by.length()) {
      int dollar = by.indexOf('$', at);
      if (dollar < 0 || dollar == by.length() - 1) {
        break;
      }
      out.append(by, at, dollar);
      at = reference(out, matcher, pattern, by, dollar + 1);
    }
    out.append(by, at, by.length());
  }

  /// Expands what stands behind a dollar; where it ends.
  private static int reference(
      StringBuilder out, Matcher matcher, Pattern pattern, String by, int from) {
    if (by.charAt(from) == '$') {
      out.append('$');
      return from + 1;
    }
    boolean braces = by.charAt(from) == '{';
    int start = braces ? from + 1 : from;
    int end = start;
    while (end < by.length() && isNamePart(by.codePointAt(end))) {
      end += Character.charCount(by.codePointAt(end));
    }
    boolean closed = !braces || (end < by.length() && by.charAt(end) == '}');
    if (end == start || !closed) {
      out.append('$');
      return from;
    }
    group(out, matcher, pattern, by.substring(start, end));
    return braces ? end + 1 : end;
  }

  private static boolean isNamePart(int c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private static void group(StringBuilder out, Matcher matcher, Pattern pattern, String name) {
    int number = -1;
    if (name.chars().allMatch(c -> c >= '0' && c <= '9')
        && !(name.length() > 1 && name.startsWith("0"))) {
      long wanted = Numbers.parseDecimal(name).orElse(Long.MAX_VALUE);
      number = wanted <= matcher.groupCount() ? (int) wanted : -1;
    } else if (pattern.namedGroups().containsKey(name)) {
      number = pattern.namedGroups().get(name);
    }
    String value = number < 0 ? null : matcher.group(number);
    if (value != null) {
      out.append(value);
    }
  }
}
