package dev.levada.core.sprig.encoding;

import dev.levada.core.gotemplate.format.Numbers;
import dev.levada.core.gotemplate.format.Quotes;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.gotemplate.value.Nil;
import java.util.ArrayList;
import java.util.OptionalDouble;

/// JSON as Go's decoder reads it, with its complaints; every number is a float64.
public final class JsonReader {

  private static final int DEEPEST = 1000;

  private static final java.util.regex.Pattern SPACE_ALLOWED =
      java.util.regex.Pattern.compile("^(after (array|object)|looking|in string literal)");

  private final String text;
  private int at;
  private int depth;
  private String trouble = "";

  private JsonReader(String text) {
    this.text = text;
  }

  /// The value of a text.
  ///
  /// @throws EncodingFailed where it is not one JSON value
  public static Object read(String text) throws EncodingFailed {
    JsonText read = readAll(text);
    if (!read.trouble().isEmpty()) {
      throw new EncodingFailed(read.trouble());
    }
    return read.value();
  }

  /// The value of a text that may hold numbers which are too large.
  ///
  /// @throws EncodingFailed where it is not one JSON value
  static JsonText readAll(String text) throws EncodingFailed {
    var reader = new JsonReader(text);
    Object value = reader.value();
    reader.skipSpace();
    if (reader.at < text.length()) {
      throw reader.unexpected("after top-level value");
    }
    return new JsonText(value, reader.trouble);
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private EncodingFailed unexpected(String where) {
    if (at >= text.length()) {
      // At the end Go reads one space more, which some places do not take.
      return new EncodingFailed(
          SPACE_ALLOWED.matcher(where).find()
              ? "unexpected end of JSON input"
              : "invalid character ' ' " + where);
    }
    byte[] bytes = GoStrings.bytes(Character.toString(text.codePointAt(at)));
    int c = bytes[0] & 0xff;
    String shown = c == '"' ? "'\"'" : Quotes.quoteRune(c, false);
    return new EncodingFailed("invalid character " + shown + " " + where);
  }

  private Object value() throws EncodingFailed {
    skipSpace();
    char c = at < text.length() ? text.charAt(at) : ' ';
    return switch (c) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> literal("true", true);
      case 'f' -> literal("false", false);
      case 'n' -> literal("null", Nil.NIL);
      default -> number(c);
    };
  }

  private Object number(char c) throws EncodingFailed {
    if (c != '-' && (c < '0' || c > '9')) {
      throw unexpected("looking for beginning of value");
    }
    int start = at;
    skipOne("-");
    if (!skipOne("0")) {
      digits("in numeric literal");
    }
    if (skipOne(".")) {
      digits("after decimal point in numeric literal");
    }
    if (skipOne("eE")) {
      skipOne("+-");
      digits("in exponent of numeric literal");
    }
    String literal = text.substring(start, at);
    OptionalDouble value = Numbers.parseFloat(literal);
    if (value.isPresent()) {
      return value.getAsDouble();
    }
    if (trouble.isEmpty()) {
      trouble = "json: cannot unmarshal number " + literal + " into Go value of type float64";
    }
    return depth == 0 ? Double.POSITIVE_INFINITY : Nil.NIL;
  }

  private boolean skipOne(String characters) {
    boolean there = at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
    at += there ? 1 : 0;
    return there;
  }

  private void digits(String where) throws EncodingFailed {
    if (at >= text.length() || text.charAt(at) < '0' || text.charAt(at) > '9') {
      throw unexpected(where);
    }
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
  }

  private Object literal(String word, Object value) throws EncodingFailed {
    for (int i = 0; i < word.length(); i++) {
      if (at >= text.length() || text.charAt(at) != word.charAt(i)) {
        throw unexpected("in literal " + word + " (expecting '" + word.charAt(i) + "')");
      }
      at++;
    }
    return value;
  }

  private void enter() throws EncodingFailed {
    at++;
    depth++;
    if (depth > DEEPEST) {
      throw new EncodingFailed("exceeded max depth");
    }
  }

  private GoMap object() throws EncodingFailed {
    enter();
    GoMap map = GoMap.create();
    skipSpace();
    if (at < text.length() && text.charAt(at) == '}') {
      at++;
      depth--;
      return map;
    }
    while (true) {
      skipSpace();
      if (at >= text.length() || text.charAt(at) != '"') {
        throw unexpected("looking for beginning of object key string");
      }
      String key = string();
      skipSpace();
      if (at >= text.length() || text.charAt(at) != ':') {
        throw unexpected("after object key");
      }
      at++;
      map.put(key, value());
      if (ends('}', "after object key:value pair")) {
        return map;
      }
    }
  }

  private GoList array() throws EncodingFailed {
    enter();
    var items = new ArrayList<Object>();
    skipSpace();
    if (at < text.length() && text.charAt(at) == ']') {
      at++;
      depth--;
      return GoList.of();
    }
    while (true) {
      items.add(value());
      if (ends(']', "after array element")) {
        return GoList.copyOf(items);
      }
    }
  }

  /// Whether what was begun ends here, and not with a comma.
  private boolean ends(char mark, String where) throws EncodingFailed {
    skipSpace();
    char c = at < text.length() ? text.charAt(at) : ' ';
    if (c != mark && c != ',') {
      throw unexpected(where);
    }
    at++;
    depth -= c == mark ? 1 : 0;
    return c == mark;
  }

  private String string() throws EncodingFailed {
    at++;
    int start = at;
    skipPlain();
    if (at < text.length() && text.charAt(at) == '"') {
      return GoStrings.valid(text.substring(start, at++));
    }
    var out = new StringBuilder(text.substring(start, at));
    while (at < text.length() && text.charAt(at) >= ' ') {
      if (skipOne("\"")) {
        return GoStrings.valid(out.toString());
      }
      if (skipOne("\\")) {
        escape(out);
      } else {
        int from = at;
        skipPlain();
        out.append(text, from, at);
      }
    }
    throw unexpected("in string literal");
  }

  private void skipPlain() {
    while (at < text.length() && text.charAt(at) >= ' ' && "\"\\".indexOf(text.charAt(at)) < 0) {
      at++;
    }
  }

  private void escape(StringBuilder out) throws EncodingFailed {
    int known = at < text.length() ? "\"\\/bfnrt".indexOf(text.charAt(at)) : -1;
    if (known >= 0) {
      at++;
      out.append("\"\\/\b\f\n\r\t".charAt(known));
      return;
    }
    if (at >= text.length() || text.charAt(at) != 'u') {
      throw unexpected("in string escape code");
    }
    at++;
    char c = hexadecimal();
    if (!Character.isSurrogate(c)) {
      out.append(c);
      return;
    }
    boolean pair = Character.isHighSurrogate(c) && text.startsWith("\\u", at);
    int back = at;
    if (pair) {
      at += 2;
      char low = hexadecimal();
      if (Character.isLowSurrogate(low)) {
        out.append(c).append(low);
        return;
      }
      at = back;
    }
    out.append('\uFFFD');
  }

  private char hexadecimal() throws EncodingFailed {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit =
          at < text.length() && text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        throw unexpected("in \\u hexadecimal character escape");
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }
}
