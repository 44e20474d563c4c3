package dev.levada.core.sprig.encoding;

import dev.levada.core.gotemplate.format.Floats;
import dev.levada.core.gotemplate.number.Complex;
import dev.levada.core.gotemplate.value.GoBytes;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoObject;
import dev.levada.core.gotemplate.value.GoSlice;
import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.gotemplate.value.Types;
import java.util.Base64;

/// JSON as Go's encoder writes it.
public final class JsonWriter {

  static final int DEEPEST = 1000;
  private static final double LEAST_PLAIN = 1e-6;
  private static final double LEAST_EXPONENT = 1e21;
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder();
  private final boolean escapesHtml;
  private final String indent;

  private JsonWriter(boolean escapesHtml, String indent) {
    this.escapesHtml = escapesHtml;
    this.indent = indent;
  }

  /// Compact JSON; `<`, `>` and `&` are escaped on demand.
  ///
  /// @throws EncodingFailed for a value that JSON does not know
  public static String compact(Object value, boolean escapesHtml) throws EncodingFailed {
    var writer = new JsonWriter(escapesHtml, "");
    writer.write(value, 0);
    return writer.out.toString();
  }

  /// JSON with each element on a line of its own, two spaces deeper.
  ///
  /// @throws EncodingFailed for a value that JSON does not know
  public static String pretty(Object value) throws EncodingFailed {
    var writer = new JsonWriter(true, "  ");
    writer.write(value, 0);
    return writer.out.toString();
  }

  private void write(Object value, int depth) throws EncodingFailed {
    if (depth > DEEPEST) {
      throw new EncodingFailed(
          "json: unsupported value: encountered a cycle via " + Types.name(value));
    }
    switch (value) {
      case Nil _ -> out.append("null");
      case String text -> string(text);
      case Double number -> out.append(number(number));
      case GoMap map -> map(map, depth);
      case GoBytes bytes -> string(Base64.getEncoder().encodeToString(bytes.toArray()));
      case GoSlice slice -> list(slice, depth);
      case GoObject object -> write(object.plain(), depth + 1);
      case Complex _ -> throw unsupported(value);
      default -> simple(value);
    }
  }

  private void simple(Object value) throws EncodingFailed {
    if (value instanceof dev.levada.core.gotemplate.function.Function) {
      throw unsupported(value);
    }
    out.append(value);
  }

  private static EncodingFailed unsupported(Object value) {
    return new EncodingFailed("json: unsupported type: " + Types.name(value));
  }

  /// A float as JSON has it.
  static String number(double value) throws EncodingFailed {
    if (!Double.isFinite(value)) {
      throw new EncodingFailed("json: unsupported value: " + Floats.text(value));
    }
    double size = Math.abs(value);
    if (size != 0 && (size < LEAST_PLAIN || size >= LEAST_EXPONENT)) {
      String text = Floats.format(value, 'e', Floats.SHORTEST);
      return text.replace("e-0", "e-");
    }
    return Floats.format(value, 'f', Floats.SHORTEST);
  }

  private void map(GoMap map, int depth) throws EncodingFailed {
    if (map.isNil()) {
      out.append("null");
      return;
    }
    out.append('{');
    boolean first = true;
    for (String key : map.keys()) {
      separate(first, depth + 1);
      first = false;
      string(key);
      out.append(indent.isEmpty() ? ":" : ": ");
      write(map.get(key), depth + 1);
    }
    close(first, depth, '}');
  }

  private void list(GoSlice list, int depth) throws EncodingFailed {
    if (list.isNil()) {
      out.append("null");
      return;
    }
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      separate(i == 0, depth + 1);
      write(list.get(i), depth + 1);
    }
    close(list.size() == 0, depth, ']');
  }

  private void separate(boolean first, int depth) {
    if (!first) {
      out.append(',');
    }
    line(depth);
  }

  private void close(boolean empty, int depth, char mark) {
    if (!empty) {
      line(depth);
    }
    out.append(mark);
  }

  private void line(int depth) {
    if (!indent.isEmpty()) {
      out.append('\n').repeat(indent, depth);
    }
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        ascii(c);
      } else if (c == 0x2028 || c == 0x2029) {
        unicode(c);
      } else if (Character.isHighSurrogate(c)) {
        out.append(c).append(text.charAt(++i));
      } else {
        out.append(GoStrings.isStray(c) ? "\\ufffd" : String.valueOf(c));
      }
    }
    out.append('"');
  }

  private void ascii(char c) {
    if (c >= ' ' && c != '"' && c != '\\' && !isHtml(c)) {
      out.append(c);
    } else {
      escape(c);
    }
  }

  private boolean isHtml(char c) {
    return escapesHtml && (c == '<' || c == '>' || c == '&');
  }

  private void escape(char c) {
    int known = "\"\\\b\f\n\r\t".indexOf(c);
    if (known >= 0) {
      out.append('\\').append("\"\\bfnrt".charAt(known));
    } else if (c < ' ' || isHtml(c)) {
      unicode(c);
    } else {
      out.append(c);
    }
  }

  private void unicode(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt((c >> shift) & 0xf));
    }
  }
}
