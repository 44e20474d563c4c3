package dev.levada.core.sprig.encoding;

import dev.levada.core.gotemplate.format.Floats;
import dev.levada.core.gotemplate.value.GoBytes;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoObject;
import dev.levada.core.gotemplate.value.GoSlice;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.manifest.YamlWriter;
import java.util.Arrays;

/// YAML as `toYamlPretty` writes it: lists are indented below their key and nothing is folded.
final class PrettyYaml {

  private final StringBuilder out = new StringBuilder();

  private PrettyYaml() {}

  static String write(Object value) throws EncodingFailed {
    var writer = new PrettyYaml();
    writer.node(value, 0, true, 0);
    String text = writer.out.toString();
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  /// Writes a value; at the start of a line that is already indented, or behind a key.
  private void node(Object value, int indent, boolean atStart, int depth) throws EncodingFailed {
    if (depth > JsonWriter.DEEPEST) {
      throw new EncodingFailed("yaml: the value is nested too deep");
    }
    switch (value) {
      case GoMap map when map.size() > 0 -> mapping(map, indent, atStart, depth);
      case GoBytes bytes ->
          scalar(
              new String(bytes.toArray(), java.nio.charset.StandardCharsets.ISO_8859_1),
              indent,
              atStart);
      case GoSlice slice when slice.size() > 0 -> sequence(slice, indent, atStart, depth);
      case GoObject object when !(object.plain() instanceof String) ->
          node(object.plain(), indent, atStart, depth + 1);
      default -> leaf(value, indent, atStart);
    }
  }

  private void leaf(Object value, int indent, boolean atStart) throws EncodingFailed {
    String text =
        switch (value) {
          case Nil _ -> "null";
          case GoMap _ -> "{}";
          case GoSlice _ -> "[]";
          case Double number -> number(number);
          case String _, GoObject _ -> "";
          case dev.levada.core.gotemplate.number.Complex _ ->
              throw new EncodingFailed("cannot marshal type: complex128");
          default -> value.toString();
        };
    switch (value) {
      case String string -> scalar(string, indent, atStart);
      case GoObject object -> object(object, indent, atStart);
      default -> {
        space(atStart);
        out.append(text).append('\n');
      }
    }
  }

  private void object(GoObject object, int indent, boolean atStart) {
    String text = (String) object.plain();
    if (object.typeName().equals("time.Time")) {
      space(atStart);
      out.append(text).append('\n');
    } else {
      scalar(text, indent, atStart);
    }
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return ".nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? ".inf" : "-.inf";
    }
    return Floats.text(value);
  }

  private void space(boolean atStart) {
    if (!atStart) {
      out.append(' ');
    }
  }

  private void mapping(GoMap map, int indent, boolean atStart, int depth) throws EncodingFailed {
    String[] keys = map.keys().clone();
    Arrays.sort(keys, YamlWriter.KEY_ORDER);
    boolean inline = atStart;
    for (String key : keys) {
      if (!inline) {
        line(indent);
      }
      inline = false;
      key(key, indent);
      node(map.get(key), indent + 2, false, depth + 1);
    }
  }

  private void key(String key, int indent) {
    if (!YamlWriter.isOneLine(key) || key.length() > 128) {
      out.append("? ");
      scalar(key, indent + 2, true);
      out.append(" ".repeat(indent)).append(':');
      return;
    }
    scalar(key, indent, true);
    out.setLength(out.length() - 1);
    out.append(':');
  }

  private void line(int indent) {
    if (!out.isEmpty() && !endsLine(out)) {
      out.append('\n');
    }
    out.repeat(' ', indent);
  }

  private void sequence(GoSlice slice, int indent, boolean atStart, int depth)
      throws EncodingFailed {
    boolean inline = atStart;
    for (int i = 0; i < slice.size(); i++) {
      if (!inline) {
        line(indent);
      }
      inline = false;
      out.append("- ");
      node(slice.get(i), indent + 2, true, depth + 1);
    }
  }

  private void scalar(String text, int indent, boolean atStart) {
    space(atStart);
    out.append(PrettyScalars.text(text, indent));
    if (!endsLine(out)) {
      out.append('\n');
    }
  }

  private static boolean endsLine(CharSequence text) {
    return "\n\u2028\u2029".indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
