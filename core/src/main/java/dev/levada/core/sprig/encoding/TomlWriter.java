package dev.levada.core.sprig.encoding;

import dev.levada.core.gotemplate.format.Floats;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoObject;
import dev.levada.core.gotemplate.value.GoSlice;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.gotemplate.value.Types;

/// TOML as `toToml` writes it: plain values first, then tables, each level two spaces deeper.
final class TomlWriter {

  private static final String BARE =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

  private final StringBuilder out = new StringBuilder();

  private TomlWriter() {}

  static String write(Object value) throws EncodingFailed {
    var writer = new TomlWriter();
    if (value instanceof GoMap map) {
      writer.table("", map, 0, 0);
    } else if (isTable(value)) {
      throw new EncodingFailed("toml: top-level values must be Go maps or structs");
    } else {
      writer.inline(value, 0);
    }
    return writer.out.toString();
  }

  private void table(String path, GoMap map, int indent, int depth) throws EncodingFailed {
    if (depth > JsonWriter.DEEPEST) {
      throw new EncodingFailed("toml: the value is nested too deep");
    }
    for (String key : map.keys()) {
      Object value = map.get(key);
      if (!isNil(value) && !isTable(value)) {
        out.append("  ".repeat(indent)).append(key(key)).append(" = ");
        inline(value, depth + 1);
        out.append('\n');
      }
    }
    for (String key : map.keys()) {
      String name = path.isEmpty() ? key(key) : path + "." + key(key);
      nested(name, map.get(key), indent, depth);
    }
  }

  private void nested(String name, Object value, int indent, int depth) throws EncodingFailed {
    if (value instanceof GoMap inner && inner.isNil()) {
      return;
    }
    if (value instanceof GoMap inner) {
      header(name, "[", "]", indent);
      table(name, inner, indent + 1, depth + 1);
    } else if (isTable(value)) {
      tables(name, (GoSlice) value, indent, depth);
    }
  }

  private void tables(String name, GoSlice list, int indent, int depth) throws EncodingFailed {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof GoMap inner) {
        if (indent > 0) {
          out.append('\n');
        }
        header(name, "[[", "]]", indent);
        table(name, inner, indent + 1, depth + 1);
      }
    }
  }

  private void header(String name, String open, String close, int indent) {
    if (indent == 0 && !out.isEmpty()) {
      out.append('\n');
    }
    out.append("  ".repeat(indent)).append(open).append(name).append(close).append('\n');
  }

  private static boolean isNil(Object value) {
    return value == Nil.NIL || (value instanceof GoSlice list && list.isNil());
  }

  private static boolean isTable(Object value) {
    if (value instanceof GoMap) {
      return true;
    }
    if (!(value instanceof GoSlice list) || list.size() == 0) {
      return false;
    }
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof GoMap)) {
        return false;
      }
    }
    return true;
  }

  private void inline(Object value, int depth) throws EncodingFailed {
    if (depth > JsonWriter.DEEPEST) {
      throw new EncodingFailed("toml: the value is nested too deep");
    }
    switch (value) {
      case String text -> string(text);
      case Double number -> out.append(number(number));
      case GoMap map -> inlineTable(map, depth);
      case GoSlice list -> inlineList(list, depth);
      case GoObject object when object.typeName().equals("time.Time") ->
          out.append((String) object.plain());
      case GoObject object -> inline(object.plain(), depth + 1);
      case dev.levada.core.gotemplate.number.Complex _ -> throw unsupported(value, depth);
      default -> out.append(value);
    }
  }

  private static EncodingFailed unsupported(Object value, int depth) {
    String key = depth == 0 ? " for key ''" : "";
    return new EncodingFailed("unsupported type" + key + ": " + Types.name(value));
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    String text = Floats.text(value);
    return text.indexOf('.') >= 0 || text.indexOf('e') >= 0 ? text : text + ".0";
  }

  private void inlineTable(GoMap map, int depth) throws EncodingFailed {
    out.append('{');
    String between = "";
    for (String key : map.keys()) {
      if (map.get(key) != Nil.NIL) {
        out.append(between).append(key(key)).append(" = ");
        inline(map.get(key), depth + 1);
        between = ", ";
      }
    }
    out.append('}');
  }

  private void inlineList(GoSlice list, int depth) throws EncodingFailed {
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      if (isNil(list.get(i))) {
        throw new EncodingFailed("toml: cannot encode array with nil element");
      }
      if (i > 0) {
        out.append(", ");
      }
      inline(list.get(i), depth + 1);
    }
    out.append(']');
  }

  private String key(String key) {
    boolean bare = !key.isEmpty() && key.chars().allMatch(c -> BARE.indexOf(c) >= 0);
    return bare ? key : "\"" + escaped(key) + "\"";
  }

  private void string(String text) {
    out.append('"').append(escaped(text)).append('"');
  }

  private static String escaped(String text) {
    var escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int known = "\t\n\r\"\\\b\f".indexOf(c);
      if (known >= 0) {
        escaped.append('\\').append("tnr\"\\bf".charAt(known));
      } else if (c < ' ' || c == 0x7f) {
        escaped.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
