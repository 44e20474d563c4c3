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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A mapping read field by field, as strictly as kustomize: keys in any case, types to the letter,
/// nothing unknown (kustomize.md section 3). What is wrong reads as if it were not there; the first
/// mistake is told once all is read.
final class Fields {

  private final String path;
  private final String position;
  private final FirstMistake mistake;
  private final Mapping written;
  private final Map<String, Node> left = new LinkedHashMap<>();
  private final Map<String, String> spelled = new LinkedHashMap<>();

  private Fields(Mapping mapping, String path, String position, FirstMistake mistake) {
    this.path = path;
    this.position = position;
    this.mistake = mistake;
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
    var fields = new Fields(mapping, path, "", new FirstMistake());
    try {
      T read = fields.read(reader);
      fields.mistake.raise();
      return read;
    } catch (BuildFailed e) {
      fields.mistake.raise();
      throw e;
    }
  }

  private <T> T read(Function<Fields, T> reader) {
    T read = reader.apply(this);
    end();
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
    return text(name, "string");
  }

  boolean flag(String name) {
    Node node = node(name);
    if (node == null) {
      return false;
    }
    if (node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.BOOLEAN) {
      return scalar.isTrue();
    }
    mismatch(node, name, "bool");
    return false;
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
    mismatch(node, name, type);
    return 0;
  }

  List<String> texts(String name) {
    return texts(name, "string");
  }

  /// @param type the Go type that messages name
  List<String> texts(String name, String type) {
    List<Node> nodes = nodes(name, "[]" + type);
    return IntStream.range(0, nodes.size())
        .mapToObj(i -> text(nodes.get(i), name, type, FirstMistake.below(at(name), i)))
        .toList();
  }

  Map<String, String> pairs(String name) {
    Node node = node(name);
    if (node == null) {
      return Map.of();
    }
    if (!(node instanceof Mapping mapping)) {
      mismatch(node, name, "map[string]string");
      return Map.of();
    }
    var pairs = new LinkedHashMap<String, String>();
    mapping
        .entries()
        .forEach((key, value) ->
            pairs.put(key, text(value, name, "string", FirstMistake.below(at(name), key))));
    return pairs;
  }

  /// A mapping of anything.
  Mapping mapping(String name) {
    Node node = node(name);
    if (node == null || node instanceof Mapping) {
      return node == null ? new Mapping() : (Mapping) node;
    }
    mismatch(node, name, "map[string]interface {}");
    return new Mapping();
  }

  <T> List<T> list(String name, Function<Fields, T> reader) {
    var items = new ArrayList<T>();
    for (Node item : nodes(name)) {
      items.add(below(item, name, FirstMistake.below(at(name), items.size()), reader));
    }
    return items;
  }

  <T> @Nullable T struct(String name, Function<Fields, T> reader) {
    Node node = node(name);
    return node == null ? null : below(node, name, at(name), reader);
  }

  private <T> T below(Node node, String name, String where, Function<Fields, T> reader) {
    return new Fields(mapping(node, name, where), path + "." + name, where, mistake).read(reader);
  }

  List<Node> nodes(String name) {
    return nodes(name, GoTypes.list(path, name));
  }

  private List<Node> nodes(String name, String type) {
    Node node = node(name);
    if (node == null) {
      return List.of();
    }
    if (node instanceof Sequence list) {
      return list.items();
    }
    mismatch(node, name, type);
    return List.of();
  }

  /// Refuses what nobody read.
  private void end() {
    for (String name : left.keySet()) {
      mistake.found(
          at(name),
          new BuildFailed(
              "json: unknown field \"" + spelled.get(name) + "\"",
              "Remove the field from '" + path + "', or correct its spelling and its place"));
    }
  }

  /// The way to a field.
  private String at(String name) {
    return FirstMistake.below(position, spelled.getOrDefault(name.toLowerCase(Locale.ROOT), name));
  }

  private Mapping mapping(Node node, String name, String where) {
    if (node instanceof Mapping mapping) {
      return mapping;
    }
    if (!(node instanceof Scalar scalar && scalar.isNull())) {
      mismatch(node, name, GoTypes.element(path, name), where);
    }
    return new Mapping();
  }

  /// @param type the Go type that messages name
  String text(String name, String type) {
    Node node = node(name);
    return node == null ? "" : text(node, name, type, at(name));
  }

  private String text(Node node, String name, String type, String where) {
    if (node instanceof Scalar scalar && scalar.isNull()) {
      return "";
    }
    if (node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING) {
      return scalar.text();
    }
    mismatch(node, name, type, where);
    return "";
  }

  private void mismatch(Node node, String name, String wanted) {
    mismatch(node, name, wanted, at(name));
  }

  private void mismatch(Node node, String name, String wanted, String where) {
    mistake.found(where, mismatched(node, name, wanted));
  }

  private BuildFailed mismatched(Node node, String name, String wanted) {
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
