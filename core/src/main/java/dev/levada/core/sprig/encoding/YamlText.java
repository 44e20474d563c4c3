package dev.levada.core.sprig.encoding;

import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.manifest.YamlWriter;
import java.util.Optional;

/// YAML as Helm reads and writes it: by way of JSON, so that every number is a float64.
public final class YamlText {

  private YamlText() {}

  /// The first document of a text; nil for none.
  ///
  /// @throws EncodingFailed where it is not YAML, or holds what JSON does not know
  public static Object read(String text) throws EncodingFailed {
    Optional<Node> document = GoYaml.first(GoStrings.bytes(text));
    return document.isEmpty() ? Nil.NIL : value(document.get());
  }

  /// A node as a template's value.
  ///
  /// @throws EncodingFailed for a number that JSON does not know
  public static Object value(Node node) throws EncodingFailed {
    return switch (node) {
      case Mapping mapping -> {
        GoMap map = GoMap.create();
        for (var entry : mapping.entries().entrySet()) {
          map.put(entry.getKey(), value(entry.getValue()));
        }
        yield map;
      }
      case Sequence sequence -> {
        var items = new Object[sequence.size()];
        for (int i = 0; i < items.length; i++) {
          items[i] = value(sequence.items().get(i));
        }
        yield GoList.of(items);
      }
      case Scalar scalar -> scalar(scalar);
    };
  }

  private static Object scalar(Scalar scalar) throws EncodingFailed {
    return switch (scalar.kind()) {
      case STRING, TIMESTAMP -> scalar.text();
      case NULL -> Nil.NIL;
      case BOOLEAN -> scalar.isTrue();
      case INTEGER, FLOAT -> number(scalar);
    };
  }

  private static Object number(Scalar scalar) throws EncodingFailed {
    double value = scalar.decimalValue();
    if (!Double.isFinite(value)) {
      throw new EncodingFailed(
          "error converting YAML to JSON: json: unsupported value: "
              + dev.levada.core.gotemplate.format.Floats.text(value));
    }
    return value;
  }

  /// A value as YAML, without a line break at the end.
  ///
  /// @throws EncodingFailed for a value that JSON does not know
  public static String write(Object value) throws EncodingFailed {
    String text = YamlWriter.text(new YamlNodes().of(value));
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
