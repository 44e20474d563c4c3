package dev.levada.core.tree;

import java.util.Optional;
import java.util.Set;

/// A class of characters in a glob, such as `[a-z]`, `[!abc]` or `[[:digit:]]`.
///
/// @param expression the same as an expression
/// @param end where the glob goes on behind it
record GlobClass(String expression, int end) {

  private static final Set<String> NAMES =
      Set.of(
          "alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space",
          "upper", "xdigit");

  /// Reads the class that begins at an opening bracket; nothing where it never ends or holds a
  /// class of unknown name, for such a glob matches nothing.
  static Optional<GlobClass> read(String glob, int start) {
    int at = start + 1;
    boolean not = glob.startsWith("!", at) || glob.startsWith("^", at);
    at += not ? 1 : 0;
    var members = new StringBuilder();
    boolean first = true;
    while (at < glob.length() && (first || glob.charAt(at) != ']')) {
      first = false;
      at = member(glob, at, members);
      if (at < 0) {
        return Optional.empty();
      }
    }
    return at < glob.length()
        ? Optional.of(new GlobClass(expression(members, not), at + 1))
        : Optional.empty();
  }

  private static String expression(StringBuilder members, boolean not) {
    if (members.isEmpty()) {
      return not ? "[^/]" : "[^\\x{0}-\\x{10ffff}]";
    }
    return not ? "[^/" + members + "]" : "[" + members + "]";
  }

  /// Reads one member and returns where the next begins; -1 where the class is malformed.
  private static int member(String glob, int at, StringBuilder members) {
    if (glob.startsWith("[:", at)) {
      int close = glob.indexOf(']', at + 2);
      if (close < 0) {
        return -1;
      }
      if (close > at + 2 && glob.charAt(close - 1) == ':') {
        return named(glob.substring(at + 2, close - 1), close + 1, members);
      }
    }
    int low = single(glob, at);
    if (low < 0) {
      return -1;
    }
    // The lower end belongs to the class even where the range is the wrong way round.
    range(glob.charAt(low - 1), glob.charAt(low - 1), members);
    if (glob.startsWith("-", low) && low + 1 < glob.length() && glob.charAt(low + 1) != ']') {
      int high = single(glob, low + 1);
      if (high >= 0) {
        range(glob.charAt(low - 1), glob.charAt(high - 1), members);
      }
      return high;
    }
    return low;
  }

  private static int named(String name, int next, StringBuilder members) {
    if (!NAMES.contains(name)) {
      return -1;
    }
    members.append("[:").append(name).append(":]");
    return next;
  }

  /// Where the glob goes on behind one character, which a backslash may escape; -1 at the end.
  private static int single(String glob, int at) {
    int character = glob.startsWith("\\", at) ? at + 1 : at;
    return character < glob.length() ? character + 1 : -1;
  }

  /// A class stays within a name, whatever it says of the slash.
  private static void range(char low, char high, StringBuilder members) {
    if (low <= high && low < '/' && high > '/') {
      range(low, '.', members);
      range('0', high, members);
    } else if (low <= high) {
      int from = low == '/' ? low + 1 : low;
      int to = high == '/' ? high - 1 : high;
      if (from <= to) {
        members.append("\\x{%x}-\\x{%x}".formatted(from, to));
      }
    }
  }
}
