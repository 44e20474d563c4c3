package dev.levada.core.helm.render;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.function.Predicate;

/// The pattern of `.Files.Glob`: `*` and `?` stay within a name, `**` does not, `[a-z]` and
/// `[!a-z]` are classes, `{a,b}` are alternatives. A malformed pattern matches everything.
final class FileGlob {

  private final String glob;
  private final StringBuilder expression = new StringBuilder();
  private int at;
  private int groups;

  private FileGlob(String glob) {
    this.glob = glob;
  }

  static Predicate<String> of(String glob) {
    var reader = new FileGlob(glob);
    if (!reader.read()) {
      return _ -> true;
    }
    try {
      Pattern pattern = Pattern.compile(reader.expression.toString(), Pattern.DOTALL);
      return pattern::matches;
    } catch (PatternSyntaxException e) {
      return _ -> true;
    }
  }

  private boolean read() {
    while (at < glob.length()) {
      char c = glob.charAt(at);
      at++;
      boolean fine =
          switch (c) {
            case '*' -> star();
            case '?' -> add("[^/]");
            case '[' -> members();
            case '{', '}', ',' -> alternatives(c);
            case '\\' -> escaped();
            default -> add(Pattern.quote(String.valueOf(c)));
          };
      if (!fine) {
        return false;
      }
    }
    return groups == 0;
  }

  private boolean add(String part) {
    expression.append(part);
    return true;
  }

  private boolean alternatives(char c) {
    if (c == ',') {
      return add(groups > 0 ? "|" : ",");
    }
    groups += c == '{' ? 1 : -1;
    return groups >= 0 && add(c == '{' ? "(?:" : ")");
  }

  private boolean star() {
    boolean deep = glob.startsWith("*", at);
    while (glob.startsWith("*", at)) {
      at++;
    }
    return add(deep ? ".*" : "[^/]*");
  }

  private boolean escaped() {
    if (at == glob.length()) {
      return false;
    }
    add(Pattern.quote(glob.substring(at, at + 1)));
    at++;
    return true;
  }

  private boolean members() {
    int end = glob.indexOf(']', at);
    if (end < 0) {
      return false;
    }
    String inside = glob.substring(at, end);
    boolean not = inside.startsWith("!");
    String members = not ? inside.substring(1) : inside;
    at = end + 1;
    return !members.isEmpty()
        && add("[" + (not ? "^" : "") + members.replaceAll("([\\[\\]\\\\^])", "\\\\$1") + "]");
  }
}
