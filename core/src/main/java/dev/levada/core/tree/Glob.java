package dev.levada.core.tree;

import com.google.re2j.Pattern;
import java.util.Optional;
import java.util.function.Predicate;

/// A gitignore glob: `*` and `?` stay within a name, `**` between slashes crosses folders, `[a-z]`
/// is a class, a backslash escapes. Common forms are compared as text; the rest becomes an
/// expression that takes linear time.
final class Glob {

  private final String glob;
  private final StringBuilder expression = new StringBuilder();
  private int at;

  private Glob(String glob) {
    this.glob = glob;
  }

  /// Reads a glob; nothing where it is so malformed that it matches nothing.
  static Optional<Predicate<String>> of(String glob) {
    if (glob.isEmpty()) {
      return Optional.empty();
    }
    if (isPlain(glob, 0)) {
      return Optional.of(glob::equals);
    }
    if (glob.charAt(0) == '*' && isPlain(glob, 1) && glob.indexOf('/') < 0) {
      String end = glob.substring(1);
      return Optional.of(path -> path.endsWith(end) && path.indexOf('/') < 0);
    }
    var reader = new Glob(glob);
    if (!reader.read()) {
      return Optional.empty();
    }
    Pattern pattern = Pattern.compile(reader.expression.toString(), Pattern.DOTALL);
    return Optional.of(pattern::matches);
  }

  private static boolean isPlain(String glob, int from) {
    return glob.chars().skip(from).noneMatch(c -> "*?[\\".indexOf(c) >= 0);
  }

  private boolean read() {
    while (at < glob.length()) {
      char c = glob.charAt(at);
      switch (c) {
        case '*' -> stars();
        case '?' -> literal("[^/]", 1);
        case '[' -> {
          Optional<GlobClass> members = GlobClass.read(glob, at);
          if (members.isEmpty()) {
            return false;
          }
          literal(members.get().expression(), members.get().end() - at);
        }
        case '\\' -> {
          if (at + 1 == glob.length()) {
            return false;
          }
          literal(Pattern.quote(glob.substring(at + 1, at + 2)), 2);
        }
        default -> literal(Pattern.quote(String.valueOf(c)), 1);
      }
    }
    return true;
  }

  private void literal(String text, int length) {
    expression.append(text);
    at += length;
  }

  private void stars() {
    int end = at;
    while (end < glob.length() && glob.charAt(end) == '*') {
      end++;
    }
    if (end - at < 2 || !isAfterSlash() || !isBeforeSlash(end)) {
      literal("[^/]*", end - at);
    } else if (end < glob.length() && glob.charAt(end) == '/') {
      literal("(?:.*/)?", end - at + 1);
    } else {
      literal(".*", end - at);
    }
  }

  /// Git compares what stands before the first special character as plain text and holds only the
  /// rest against the path, so stars right after it count as standing at the start.
  private boolean isAfterSlash() {
    return at == 0
        || glob.charAt(at - 1) == '/'
        || glob.chars().limit(at).noneMatch(c -> "*?[\\".indexOf(c) >= 0);
  }

  private boolean isBeforeSlash(int end) {
    return end == glob.length() || glob.startsWith("/", end) || glob.startsWith("\\/", end);
  }
}
