package dev.levada.core.helm.chart;

/// A shell pattern on slash-separated paths, as Go's `path.Match` reads it: `*` and `?` stay within
/// a name, `[a-z]` and `[^a-z]` are classes, a backslash escapes.
public final class ShellGlob {

  private final int[] pattern;

  /// @param pattern the pattern
  public ShellGlob(String pattern) {
    this.pattern = pattern.codePoints().toArray();
  }

  /// A pattern that is malformed, such as `[a`.
  public static final class Malformed extends Exception {

    Malformed() {
      super("syntax error in pattern");
    }
  }

  /// Finds out whether the pattern is well formed.
  ///
  /// @throws Malformed where it is not
  public void check() throws Malformed {
    for (int at = 0; at < pattern.length; ) {
      at = pattern[at] == '[' ? classEnd(at) : literal(at) + 1;
    }
  }

  /// Whether the whole path matches.
  ///
  /// @throws Malformed where the pattern is malformed
  public boolean matches(String path) throws Malformed {
    check();
    int[] text = path.codePoints().toArray();
    int at = 0;
    int p = 0;
    int star = -1;
    int retry = 0;
    while (at < text.length) {
      if (p < pattern.length && pattern[p] == '*') {
        star = p;
        p++;
        retry = at;
        continue;
      }
      int next = p < pattern.length ? step(p, text[at]) : -1;
      if (next >= 0) {
        p = next;
        at++;
      } else if (star >= 0 && text[retry] != '/') {
        p = star + 1;
        retry++;
        at = retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length && pattern[p] == '*') {
      p++;
    }
    return p == pattern.length;
  }

  /// Where the pattern goes on once its element at `p` has taken the character; -1 where it does
  /// not take it.
  private int step(int p, int character) throws Malformed {
    return switch (pattern[p]) {
      case '?' -> character == '/' ? -1 : p + 1;
      case '[' -> character != '/' && inClass(p, character) ? classEnd(p) : -1;
      default -> pattern[literal(p)] == character ? literal(p) + 1 : -1;
    };
  }

  /// Where the literal character of the element at `p` stands.
  private int literal(int p) throws Malformed {
    if (pattern[p] != '\\') {
      return p;
    }
    if (p + 1 == pattern.length) {
      throw new Malformed();
    }
    return p + 1;
  }

  private boolean inClass(int start, int character) throws Malformed {
    int p = start + 1;
    boolean not = pattern[p] == '^';
    p += not ? 1 : 0;
    boolean in = false;
    for (boolean first = true; first || pattern[p] != ']'; first = false) {
      int low = member(p);
      p = low + 1;
      int high = low;
      if (pattern[p] == '-') {
        high = member(p + 1);
        p = high + 1;
      }
      in |= pattern[low] <= character && character <= pattern[high];
    }
    return in != not;
  }

  private int classEnd(int start) throws Malformed {
    int p = start + 1;
    if (p < pattern.length && pattern[p] == '^') {
      p++;
    }
    for (boolean first = true; first || at(p) != ']'; first = false) {
      p = member(p) + 1;
      if (at(p) == '-') {
        p = member(p + 1) + 1;
      }
    }
    return p + 1;
  }

  private int member(int p) throws Malformed {
    if (at(p) == '-' || at(p) == ']') {
      throw new Malformed();
    }
    int literal = literal(p);
    at(literal + 1);
    return literal;
  }

  private int at(int p) throws Malformed {
    if (p >= pattern.length) {
      throw new Malformed();
    }
    return pattern[p];
  }
}
