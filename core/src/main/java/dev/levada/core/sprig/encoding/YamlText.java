package dev.levada.core.sprig.encoding;

import dev.levada.core.gotemplate.value.GoBytes;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoObject;
import dev.levada.core.gotemplate.value.GoSlice;
import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.manifest.YamlWriter;
import java.util.Base64;
import java.util.Optional;

/// YAML as Helm reads and writes it: by way of JSON, so that every number is a float64.
public final class YamlText {

  private static final char DELETE = 0x7f;
  private static final char NEXT_LINE = 0x85;

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
    String text = YamlWriter.text(node(value, 0));
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static Node node(Object value, int depth) throws EncodingFailed {
    if (depth > JsonWriter.DEEPEST) {
      throw new EncodingFailed(
          "error marshaling into JSON: json: unsupported value: encountered a cycle");
    }
    return switch (value) {
      case String text -> Scalar.of(carried(text));
      case GoMap map -> mapping(map, depth);
      case GoBytes bytes -> Scalar.of(Base64.getEncoder().encodeToString(bytes.toArray()));
      case GoSlice slice -> sequence(slice, depth);
      case GoObject object -> node(object.plain(), depth + 1);
      case Nil _ -> Scalar.NULL;
      case Boolean bool -> Scalar.of(bool);
      default -> number(value);
    };
  }

  private static Node number(Object value) throws EncodingFailed {
    if (value instanceof Double number) {
      String text = json(number);
      boolean whole = text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
      return new Scalar(
          whole && text.length() < 20 ? Scalar.Kind.INTEGER : Scalar.Kind.FLOAT, text, false);
    }
    return new Scalar(Scalar.Kind.INTEGER, json(value), false);
  }

  private static String json(Object value) throws EncodingFailed {
    try {
      return JsonWriter.compact(value, true);
    } catch (EncodingFailed e) {
      throw new EncodingFailed("error marshaling into JSON: " + e.text());
    }
  }

  private static Node mapping(GoMap map, int depth) throws EncodingFailed {
    if (map.isNil()) {
      return Scalar.NULL;
    }
    var mapping = new Mapping();
    for (String key : map.keys()) {
      mapping.entries().put(carried(key), node(map.get(key), depth + 1));
    }
    return mapping;
  }

  private static Node sequence(GoSlice slice, int depth) throws EncodingFailed {
    if (slice.isNil()) {
      return Scalar.NULL;
    }
    var sequence = new Sequence();
    for (int i = 0; i < slice.size(); i++) {
      sequence.add(node(slice.get(i), depth + 1));
    }
    return sequence;
  }

  // What the way through JSON and YAML does to a string.
  private static String carried(String text) throws EncodingFailed {
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
    return ascii ? text : GoStrings.valid(text).replace(NEXT_LINE, ' ');
  }
}
