package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.Map;
import java.util.stream.Collectors;

/// JSON text as Go's encoder writes it, which the hash in generated names is taken over.
final class GoJson {

  private GoJson() {}

  /// A string with its quotes.
  static String string(String text) {
    var out = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(c, out));
    return out.append('"').toString();
  }

  /// A settled node, keys sorted.
  static String text(Node node) {
    return switch (node) {
      case Mapping mapping ->
          mapping.entries().entrySet().stream()
              .sorted(Map.Entry.comparingByKey(GoJson::byCodePoints))
              .map(entry -> string(entry.getKey()) + ":" + text(entry.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case Sequence list ->
          list.items().stream().map(GoJson::text).collect(Collectors.joining(",", "[", "]"));
      case Scalar scalar when scalar.kind() == Scalar.Kind.STRING -> string(scalar.text());
      case Scalar scalar when scalar.kind() == Scalar.Kind.FLOAT -> number(scalar.text());
      case Scalar scalar -> scalar.isNull() ? "null" : scalar.text();
    };
  }

  /// YAML writes two digits of an exponent, JSON one.
  private static String number(String text) {
    return text.replace("e-0", "e-").replace("e+0", "e+");
  }

  private static int byCodePoints(String a, String b) {
    return java.util.Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
  }

  private static void append(int c, StringBuilder out) {
    int known = "\"\\\b\f\n\r\t".indexOf(c);
    if (known >= 0) {
      out.append('\\').append("\"\\bfnrt".charAt(known));
    } else if (c < ' ' || c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) {
      out.append(String.format("\\u%04x", c));
    } else if (c >= 0xD800 && c < 0xE000) {
      out.append('\uFFFD');
    } else {
      out.appendCodePoint(c);
    }
  }
}
