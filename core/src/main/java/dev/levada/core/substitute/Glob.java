package dev.levada.core.substitute;

import java.util.Arrays;

/// A shell pattern with `*`, `?`, `[a-z]`, `[^a]` and `\`, matched against whole code points. A
/// pattern that is not well formed matches nothing.
final class Glob {

  private final int[] pattern;

  Glob(String pattern) {
    this.pattern = pattern.codePoints().toArray();
  }

  /// How many of the leading code points match, at least one; -1 for none.
  int prefix(int[] text, boolean longest) {
    int step = longest ? -1 : 1;
    for (int end = longest ? text.length : 1; end >= 1 && end <= text.length; end += step) {
      if (matches(text, end)) {
        return end;
      }
    }
    return -1;
  }

  private boolean matches(int[] text, int end) {
    int p = 0;
    int t = 0;
    int star = -1;
    int starText = 0;
    while (t < end) {
      int next = p < pattern.length && pattern[p] != '*' ? one(p, text[t]) : -1;
      if (next >= 0) {
        p = next;
        t++;
      } else if (p < pattern.length && pattern[p] == '*') {
        star = ++p;
        starText = t;
      } else if (star >= 0) {
        p = star;
        t = ++starText;
      } else {
        return false;
      }
    }
    return Arrays.stream(pattern, p, pattern.length).allMatch(rest -> rest == '*');
  }

  /// Where the pattern goes on when its item at p takes the code point; -1 where it does not.
  private int one(int p, int c) {
    return switch (pattern[p]) {
      case '?' -> p + 1;
      case '[' -> group(p + 1, c);
      case '\\' -> p + 1 < pattern.length && pattern[p + 1] == c ? p + 2 : -1;
      default -> pattern[p] == c ? p + 1 : -1;
    };
  }

  private int group(int begin, int c) {
    boolean negated = at(begin) == '^';
    int p = negated ? begin + 1 : begin;
    boolean inside = false;
    do {
      int low = bound(p);
      if (low < 0) {
        return -1;
      }
      p += width(p);
      int high = low;
      if (at(p) == '-') {
        high = bound(p + 1);
        p += high < 0 ? 0 : 1 + width(p + 1);
      }
      inside |= low <= c && c <= high;
    } while (p < pattern.length && pattern[p] != ']');
    return p < pattern.length && inside != negated ? p + 1 : -1;
  }

  private int at(int p) {
    return p < pattern.length ? pattern[p] : -1;
  }

  private int width(int p) {
    return pattern[p] == '\\' ? 2 : 1;
  }

  private int bound(int p) {
    if (p >= pattern.length || pattern[p] == '-' || pattern[p] == ']') {
      return -1;
    }
    if (pattern[p] != '\\') {
      return pattern[p];
    }
    return p + 1 < pattern.length ? pattern[p + 1] : -1;
  }
}
