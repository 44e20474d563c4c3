package dev.levada.core.substitute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Parses a text with variables. The grammar is that of Flux's envsubst, found by asking it: where
/// bash would see it otherwise, this still sees it as envsubst does.
final class TemplateParser {

  private static final int DEEPEST = 32;

  private final String text;
  private int at;

  private TemplateParser(String text) {
    this.text = text;
  }

  static List<Part> parse(String text) {
    return new TemplateParser(text).all();
  }

  private List<Part> all() {
    var parts = new ArrayList<Part>();
    var plain = new StringBuilder();
    while (at < text.length()) {
      int dollar = text.indexOf('$', at);
      if (dollar < 0) {
        plain.append(text, at, text.length());
        break;
      }
      plain.append(text, at, dollar);
      at = dollar;
      if (text.startsWith("${", at)) {
        flush(plain, parts);
        parts.add(reference(0));
      } else {
        plain.append('$');
        at += text.startsWith("$$", at) ? 2 : 1;
      }
    }
    flush(plain, parts);
    return parts;
  }

  private static void flush(StringBuilder plain, List<Part> parts) {
    if (!plain.isEmpty()) {
      parts.add(new Part.Text(plain.toString()));
      plain.setLength(0);
    }
  }

  /// What begins with `${` at the present place.
  private Part reference(int depth) {
    if (depth > DEEPEST) {
      throw failed("bad substitution", "more than " + DEEPEST + " defaults within each other");
    }
    at += 2;
    if (skip('#')) {
      return length();
    }
    String name = name();
    if (name.isEmpty()) {
      throw failed("unable to parse variable name", "a variable's name begins with a letter or _");
    }
    return switch (peek()) {
      case '}' -> closed(new Part.Variable(name));
      case '^', ',' -> caseChange(name);
      case '#', '%' -> trim(name, depth);
      case '/' -> replace(name, depth);
      case ':' -> colon(name, depth);
      case '=' -> {
        at++;
        yield new Part.Otherwise(name, otherwise(depth));
      }
      default -> throw failed("missing closing brace", "what may follow a name is } : = ^ , # % /");
    };
  }

  private Part length() {
    String name = name();
    if (name.isEmpty()) {
      throw bad();
    }
    return closed(new Part.Length(name));
  }

  private String name() {
    int begin = at;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (c != '_' && !Character.isLetter(c) && !Character.isDigit(c)) {
        break;
      }
      at += Character.charCount(c);
    }
    return text.substring(begin, at);
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean skip(char wanted) {
    boolean there = peek() == wanted;
    if (there) {
      at++;
    }
    return there;
  }

  private void close() {
    if (!skip('}')) {
      throw bad();
    }
  }

  private Part closed(Part part) {
    close();
    return part;
  }

  private Part caseChange(String name) {
    char sign = text.charAt(at++);
    if (peek() != '^' && peek() != ',') {
      return closed(new Part.CaseChange(name, sign == '^', false));
    }
    boolean same = text.charAt(at++) == sign;
    return closed(same ? new Part.CaseChange(name, sign == '^', true) : new Part.Kept(name));
  }

  private Part trim(String name, int depth) {
    char sign = text.charAt(at++);
    boolean longest = skip(sign);
    Part glob = argument("}", false, depth);
    return closed(new Part.Trim(name, glob, sign == '%', longest));
  }

  private Part colon(String name, int depth) {
    at++;
    if (at >= text.length()) {
      throw bad();
    }
    if ("-=+?".indexOf(peek()) >= 0) {
      at++;
      return new Part.Otherwise(name, otherwise(depth));
    }
    Part from = argument(":}", false, depth);
    if (!skip(':')) {
      return closed(new Part.Slice(name, from, Optional.empty()));
    }
    skip(':'); // one more is tolerated
    Part length = argument("}", false, depth);
    return closed(new Part.Slice(name, from, Optional.of(length)));
  }

  private Part replace(String name, int depth) {
    at++;
    Part.Where where =
        switch (peek()) {
          case '/' -> Part.Where.ALL;
          case '#' -> Part.Where.AT_START;
          case '%' -> Part.Where.AT_END;
          default -> Part.Where.FIRST;
        };
    if (where != Part.Where.FIRST) {
      at++;
    }
    Part pattern = argument("/", true, depth);
    if (!skip('/')) {
      throw bad();
    }
    skip('/'); // one more is tolerated
    Part replacement = peek() == '}' ? new Part.Text("") : argument("}", true, depth);
    return closed(new Part.Replace(name, where, pattern, replacement));
  }

  /// One argument: a text up to one of the ends, or a single `${…}`.
  private Part argument(String ends, boolean escapes, int depth) {
    if (text.startsWith("${", at)) {
      return reference(depth + 1);
    }
    var argument = new StringBuilder();
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0 && !text.startsWith("${", at)) {
      if (escapes && isEscape()) {
        at++;
      }
      argument.append(text.charAt(at++));
    }
    if (argument.isEmpty()) {
      throw failed(
          "unable to parse substitution within function", "an argument is missing before } : or /");
    }
    return new Part.Text(argument.toString());
  }

  private boolean isEscape() {
    return text.startsWith("\\/", at) || text.startsWith("\\\\", at) || text.startsWith("$$", at);
  }

  /// A default's parts, up to and with the closing brace.
  private List<Part> otherwise(int depth) {
    var parts = new ArrayList<Part>();
    var plain = new StringBuilder();
    while (at < text.length()) {
      if (skip('}')) {
        flush(plain, parts);
        return parts;
      }
      if (text.startsWith("${", at)) {
        flush(plain, parts);
        parts.add(reference(depth + 1));
      } else {
        plain.append(text.charAt(at++));
      }
    }
    throw failed("unable to parse substitution within function", "the closing brace is missing");
  }

  private SubstitutionFailed bad() {
    return failed("bad substitution", "the closing brace is missing, or something is before it");
  }

  private SubstitutionFailed failed(String message, String why) {
    int line = 1 + (int) text.substring(0, Math.min(at, text.length())).lines().count();
    return new SubstitutionFailed(
        message,
        "Near line "
            + Math.max(1, line - 1)
            + " of the object "
            + why
            + "; write $${ for a ${ that is meant for another program");
  }
}
