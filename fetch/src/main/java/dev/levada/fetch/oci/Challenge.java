package dev.levada.fetch.oci;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One way of proving oneself that a server offers in `WWW-Authenticate`.
///
/// @param scheme its name in lower case
/// @param parameters what it says more, by names in lower case
record Challenge(String scheme, Map<String, String> parameters) {

  private static final int LONGEST = 8192;

  /// Reads a header's values; what is malformed ends the reading of that value.
  static List<Challenge> parse(List<String> values) {
    var challenges = new ArrayList<Challenge>();
    for (String value : values) {
      if (value.length() <= LONGEST) {
        new Reader(value).read(challenges);
      }
    }
    return challenges;
  }

  /// A parameter; empty where it is missing.
  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  private static final class Reader {

    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    void read(List<Challenge> into) {
      Map<String, String> current = new LinkedHashMap<>();
      while (at < text.length()) {
        skip();
        String word = word();
        if (word.isEmpty()) {
          return;
        }
        if (peek() == '=') {
          at++;
          current.put(word.toLowerCase(Locale.ROOT), value());
        } else {
          current = new LinkedHashMap<>();
          into.add(new Challenge(word.toLowerCase(Locale.ROOT), current));
        }
      }
    }

    private char peek() {
      return at < text.length() ? text.charAt(at) : '\0';
    }

    private void skip() {
      while (at < text.length() && (peek() == ' ' || peek() == '\t' || peek() == ',')) {
        at++;
      }
    }

    private String word() {
      int start = at;
      while (at < text.length() && " \t,=\"".indexOf(peek()) < 0) {
        at++;
      }
      return text.substring(start, at);
    }

    private String value() {
      if (peek() != '"') {
        return word();
      }
      var value = new StringBuilder();
      at++;
      while (at < text.length() && peek() != '"') {
        if (peek() == '\\' && at + 1 < text.length()) {
          at++;
        }
        value.append(peek());
        at++;
      }
      at++;
      return value.toString();
    }
  }
}
