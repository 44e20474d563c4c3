package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A mapping read field by field, as strictly as kustomize: keys in any case, types to the letter,
/// nothing unknown (kustomize.md section 3).
final class Fields {

  private final String path;
  private final Mapping written;
  private final Map<String, Node> left = new LinkedHashMap<>();
  private final Map<String, String> spelled = new LinkedHashMap<>();

  Fields(Mapping mapping, String path) {
    this.path = path;
    this.written = mapping;
    mapping
        .entries()
        .forEach((key, value) -> {
          String plain = key.toLowerCase(Locale.ROOT);
          left.put(plain, value);
          spelled.put(plain, key);
        });
  }

  /// Reads a whole mapping with one reader and refuses what that left over.
  static <T> T all(Mapping mapping, String path, Function<Fields, T> reader) {
    var fields = new Fields(mapping, path);
    T read = reader.apply(fields);
    fields.end();
    return read;
  }

  /// The whole mapping as it stands in the file.
  Mapping written() {
    return written;
  }

  /// Whether a field is there and not null.
  boolean has(String name) {
    Node node = left.get(name.toLowerCase(Locale.ROOT));
    return node != null && !(node instanceof Scalar scalar && scalar.isNull());
  }

  /// The field's node, or null where it is missing or null.
  @Nullable Node node(String name) {
    Node node = left.remove(name.toLowerCase(Locale.ROOT));
    return node instanceof Scalar scalar && scalar.isNull() ? null : node;
  }

  String text(String name) {
    Node node = node(name);
    return node == null ? "" : text(node, name);
  }

  boolean flag(String name) {
    Node node = node(name);
    if (node == null) {
      return false;
    }
    if (node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.BOOLEAN) {
      return scalar.isTrue();
    }
    throw mismatch(node, name, "bool");
  }

  long number(String name) {
    return number(name, "int64");
  }

  /// @param type the Go type that messages name
  long number(String name, String type) {
    Node node = node(name);
    if (node == null) {
      return 0;
    }
    var holder = new Mapping().put("n", node);
    if (node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.INTEGER) {
      return holder.numberAt(0, "n");
    }
    throw mismatch(node, name, type);
  }

  List<String> texts(String name) {
    return texts(name, "string");
  }

  /// @param type the Go type that messages name
  List<String> texts(String name, String type) {
    return nodes(name, "[]" + type).stream().map(item -> text(item, name, type)).toList();
  }

  /// Texts, or what only the reader of plugins refuses.
  List<Node> plugins(String name) {
    return nodes(name, "[]string");
  }

  Map<String, String> pairs(String name) {
    Node node = node(name);
    if (node == null) {
      return Map.of();
    }
    if (!(node instanceof Mapping mapping)) {
      throw mismatch(node, name, "map[string]string");
    }
    var pairs = new LinkedHashMap<String, String>();
    mapping.entries().forEach((key, value) -> pairs.put(key, text(value, name)));
    return pairs;
  }

  <T> List<T> list(String name, Function<Fields, T> reader) {
    var items = new ArrayList<T>();
    for (Node item : nodes(name)) {
      items.add(Fields.all(mapping(item, name), path + "." + name, reader));
    }
    return items;
  }

  <T> @Nullable T struct(String name, Function<Fields, T> reader) {
    Node node = node(name);
    return node == null ? null : Fields.all(mapping(node, name), path + "." + name, reader);
  }

  List<Node> nodes(String name) {
    String pointer = name.equals("targets") || name.equals("reject") ? "*" : "";
    return nodes(name, "[]" + pointer + "types." + GoTypes.struct(path + "." + name));
  }

  private List<Node> nodes(String name, String type) {
    Node node = node(name);
    if (node == null) {
      return List.of();
    }
    if (node instanceof Sequence list) {
      return list.items();
    }
    throw mismatch(node, name, type);
  }

  /// Refuses what nobody read.
  void end() {
    if (!left.isEmpty()) {
      String key = left.keySet().iterator().next();
      throw new BuildFailed(
          "json: unknown field \"" + spelled.get(key) + "\"",
          "Remove the field from '" + path + "', or correct its spelling and its place");
    }
  }

  private Mapping mapping(Node node, String name) {
    if (node instanceof Mapping mapping) {
      return mapping;
    }
    if (node instanceof Scalar scalar && scalar.isNull()) {
      return new Mapping();
    }
    throw mismatch(node, name, "types." + GoTypes.struct(path + "." + name));
  }

  /// @param type the Go type that messages name
  String text(String name, String type) {
    Node node = node(name);
    return node == null ? "" : text(node, name, type);
  }

  private String text(Node node, String name) {
    return text(node, name, "string");
  }

  private String text(Node node, String name, String type) {
    if (node instanceof Scalar scalar) {
      if (scalar.isNull()) {
        return "";
      }
      if (scalar.kind() == Scalar.Kind.STRING) {
        return scalar.text();
      }
    }
    throw mismatch(node, name, type);
  }

  private BuildFailed mismatch(Node node, String name, String wanted) {
    String fix =
        wanted.equals("string") && node instanceof Scalar
            ? "Put the value of '" + name + "' in quotes"
            : "Write " + (wanted.startsWith("[]") ? "a list" : "a value of that type") + " there";
    return new BuildFailed(
        "json: cannot unmarshal "
            + node.jsonType()
            + (node instanceof Scalar scalar
                    && wanted.startsWith("int")
                    && node.jsonType().equals("number")
                ? " " + scalar.text()
                : "")
            + " into Go struct field "
            + GoTypes.field(path, name)
            + " of type "
            + wanted,
        fix);
  }
}
