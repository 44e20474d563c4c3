package dev.levada.core.sprig.encoding;

import dev.levada.core.gotemplate.value.GoStrings;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What becomes of strings when JSON is read as YAML: U+0085 ends a line there, and a key has to
/// end on the line where it begins, within 1,024 characters.
final class JsonReadAsYaml {

  private static final char DELETE = 0x7f;
  private static final char NEXT_LINE = 0x85;
  private static final int LONGEST_KEY = 1024;

  private static final Pattern BREAKS = Pattern.compile(" *\u0085[ \u0085]*");
  private static final Pattern DOCUMENT = Pattern.compile("\u0085(?:---|\\.\\.\\.)[ \u0085]");

  private int lines;

  /// @throws EncodingFailed for control characters, and for what looks like the next document
  String text(String text) throws EncodingFailed {
    return isAscii(text) ? text : joined(GoStrings.valid(text));
  }

  /// @throws EncodingFailed as {@link #text}, and for a key that is none to YAML
  String key(String key) throws EncodingFailed {
    int before = lines;
    String text = text(key);
    if (lines > before || (key.length() * 6 > LONGEST_KEY && isLong(key))) {
      throw new EncodingFailed(
          "yaml: "
              + (lines > 0 ? "line " + lines + ": " : "")
              + "did not find expected ',' or '}'");
    }
    return text;
  }

  private static boolean isLong(String key) throws EncodingFailed {
    String json = JsonWriter.compact(key, true);
    return json.codePointCount(0, json.length()) > LONGEST_KEY;
  }

  private static boolean isAscii(String text) throws EncodingFailed {
    boolean ascii = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= DELETE) {
        ascii = false;
        if (c < 0xA0 && c != NEXT_LINE) {
          throw new EncodingFailed("yaml: control characters are not allowed");
        }
      }
    }
    return ascii;
  }

  /// One break becomes a blank, of several the first goes; blanks around them go.
  private String joined(String text) throws EncodingFailed {
    if (text.indexOf(NEXT_LINE) < 0) {
      return text;
    }
    Matcher document = DOCUMENT.matcher(text);
    if (document.find()) {
      lines += breaks(text.substring(0, document.start() + 1));
      throw new EncodingFailed(
          "yaml: line " + (lines + 1) + ": found unexpected document indicator");
    }
    lines += breaks(text);
    return BREAKS.matcher(text).replaceAll(found -> joint(breaks(found.group())));
  }

  private static String joint(int breaks) {
    return breaks == 1 ? " " : "\n".repeat(breaks - 1);
  }

  private static int breaks(String text) {
    return (int) text.chars().filter(c -> c == NEXT_LINE).count();
  }
}
