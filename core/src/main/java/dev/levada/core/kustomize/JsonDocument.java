package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import org.jspecify.annotations.Nullable;

/// An object while a JSON patch works on it: each operation's rules about what must be there.
final class JsonDocument {

  private static final String FIX = "Correct the path, or add what is missing before";

  private final Mapping target;
  private Node root;

  JsonDocument(Mapping target) {
    this.target = target;
    this.root = target;
  }

  /// Puts a replaced root into the object.
  void writeBack() {
    if (root != target) {
      target.entries().clear();
      if (root instanceof Mapping mapping) {
        target.entries().putAll(mapping.entries());
      }
    }
  }

  /// Refuses a document that copies have blown up.
  void checkSize() {
    if (root instanceof Mapping mapping) {
      GrownObject.check(mapping);
    }
  }

  void add(JsonPointer path, Node value) {
    if (path.keys().isEmpty()) {
      root = value;
      return;
    }
    Node parent = parent(path);
    switch (parent) {
      case Mapping mapping -> mapping.put(path.last(), value);
      case Sequence list -> insert(list, path, value);
      case null -> throw missing("add operation does not apply: doc is missing path: \"", path);
      case Scalar _ -> throw missing("add operation does not apply: doc is missing path: \"", path);
    }
  }

  private static void insert(Sequence list, JsonPointer path, Node value) {
    if (path.last().equals("-")) {
      list.add(value);
      return;
    }
    int index = index(path);
    // A negative index counts from behind the last element.
    int at = index < 0 ? index + list.size() + 1 : index;
    if (at < 0 || at > list.size()) {
      throw outside(path, index);
    }
    list.items().add(at, value);
  }

  void remove(JsonPointer path) {
    Node parent = path.keys().isEmpty() ? null : parent(path);
    if (parent == null || parent instanceof Scalar) {
      throw missing("remove operation does not apply: doc is missing path: \"", path);
    }
    boolean removed =
        switch (parent) {
          case Mapping mapping -> mapping.remove(path.last()) != null;
          case Sequence list -> {
            list.items().remove(position(list, path));
            yield true;
          }
          case Scalar _ -> false;
        };
    if (!removed) {
      throw new BuildFailed(
          "error in remove for path: '"
              + path.text()
              + "': Unable to remove nonexistent key: "
              + path.last()
              + ": missing value",
          FIX);
    }
  }

  void replace(JsonPointer path, Node value) {
    if (path.keys().isEmpty()) {
      root = value;
      return;
    }
    Node parent = parent(path);
    switch (parent) {
      case Mapping mapping -> mapping.put(path.last(), value);
      case Sequence list -> list.items().set(position(list, path), value);
      case null -> throw missing("replace operation does not apply: doc is missing path: ", path);
      case Scalar _ ->
          throw missing("replace operation does not apply: doc is missing path: ", path);
    }
  }

  void test(JsonPointer path, Node value) {
    Node now = path.keys().isEmpty() ? root : child(parent(path), path.last());
    boolean same = now == null ? isNull(value) : now.sameValue(value);
    if (!same) {
      throw new BuildFailed(
          "testing value " + path.text() + " failed: test failed", "Correct the expected value");
    }
  }

  Node get(JsonPointer path, String operation) {
    Node node = path.keys().isEmpty() ? root : child(parent(path), path.last());
    if (node == null) {
      throw missing(operation + " operation does not apply: doc is missing from path: ", path);
    }
    return node;
  }

  private @Nullable Node parent(JsonPointer path) {
    Node node = root;
    for (String key : path.keys().subList(0, Math.max(0, path.keys().size() - 1))) {
      node = child(node, key);
    }
    return node;
  }

  private static @Nullable Node child(@Nullable Node node, String key) {
    return switch (node) {
      case Mapping mapping -> mapping.get(key);
      case Sequence list when key.matches("-?[0-9]{1,9}") -> {
        int index = Integer.parseInt(key);
        int at = index < 0 ? index + list.size() : index;
        yield at >= 0 && at < list.size() ? list.items().get(at) : null;
      }
      case Sequence _ -> null;
      case Scalar _ -> null;
      case null -> null;
    };
  }

  private static int position(Sequence list, JsonPointer path) {
    int index = index(path);
    int at = index < 0 ? index + list.size() : index;
    if (at < 0 || at >= list.size()) {
      throw outside(path, index);
    }
    return at;
  }

  private static int index(JsonPointer path) {
    try {
      return Integer.parseInt(path.last());
    } catch (NumberFormatException e) {
      throw new BuildFailed(
          "'" + path.text() + "': \"" + path.last() + "\" is no index of a list: invalid syntax",
          "Write a number, or '-' for the end");
    }
  }

  private static BuildFailed outside(JsonPointer path, int index) {
    return new BuildFailed(
        "Unable to access invalid index: "
            + index
            + " on path '"
            + path.text()
            + "': invalid index"
            + " referenced",
        FIX);
  }

  private static BuildFailed missing(String what, JsonPointer path) {
    String quote = what.endsWith("\"") ? "\"" : "";
    return new BuildFailed(what + path.text() + quote + ": missing value", FIX);
  }

  private static boolean isNull(Node node) {
    return node instanceof Scalar scalar && scalar.isNull();
  }
}
