package dev.levada.core.sprig.encoding;

import dev.levada.core.gotemplate.value.GoBytes;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoObject;
import dev.levada.core.gotemplate.value.GoSlice;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.gotemplate.value.Types;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.Base64;

/// A template's value as nodes to be written, after the way that Helm sends it: into JSON, which is
/// then read as YAML.
final class YamlNodes {

  private final JsonReadAsYaml read = new JsonReadAsYaml();

  Node of(Object value) throws EncodingFailed {
    return node(value, 0);
  }

  private Node node(Object value, int depth) throws EncodingFailed {
    if (depth > JsonWriter.DEEPEST) {
      throw new EncodingFailed(
          "error marshaling into JSON: json: unsupported value: encountered a cycle via "
              + Types.name(value));
    }
    return switch (value) {
      case String text -> Scalar.of(read.text(text));
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

  private Node mapping(GoMap map, int depth) throws EncodingFailed {
    if (map.isNil()) {
      return Scalar.NULL;
    }
    var mapping = new Mapping();
    for (String key : map.keys()) {
      mapping.entries().put(read.key(key), node(map.get(key), depth + 1));
    }
    return mapping;
  }

  private Node sequence(GoSlice slice, int depth) throws EncodingFailed {
    if (slice.isNil()) {
      return Scalar.NULL;
    }
    var sequence = new Sequence();
    for (int i = 0; i < slice.size(); i++) {
      sequence.add(node(slice.get(i), depth + 1));
    }
    return sequence;
  }
}
