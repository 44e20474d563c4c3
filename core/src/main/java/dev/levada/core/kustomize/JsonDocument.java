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
    if (path.keys().isEmpty() && path.text().isEmpty()) {
      root = value;
      return;
    }
    put(
        path,
        value,
        "add operation does not apply: doc is missing path: \"",
        "error in add for path: '"
            + path.text()
            + "': value was not a proper array index: '"
            + path.last()
            + "': ",
        "error in add for path: '" + path.text() + "': ");
  }

  void move(JsonPointer from, JsonPointer path) {
    Node moved =
        child(
            container(from, "move operation does not apply: doc is missing from path: "),
            from.last());
    drop(
        from,
        "move operation does not apply: doc is missing from path: ",
        "error in move for path: '" + from.last() + "': ");
    String at = "error in move for path: '" + path.text() + "': ";
    put(
        path,
        moved == null ? Scalar.NULL : moved,
        "move operation does not apply: doc is missing destination path: ",
        at,
        at);
  }

  /// A key that is missing is copied as null, odd as that is: so does kustomize.
  void copy(JsonPointer from, JsonPointer path) {
    Node container = container(from, "copy operation does not apply: doc is missing from path: ");
    if (container instanceof Sequence list) {
      position(list, from, "error in copy for from: '" + from.text() + "': ");
    }
    Node copied = from.keys().isEmpty() ? root : child(container, from.last());
    String at = "error while adding value during copy: ";
    put(
        path,
        copied == null ? Scalar.NULL : copied.copy(),
        "copy operation does not apply: doc is missing destination path: ",
        at,
        at);
  }

  private void put(JsonPointer path, Node value, String missing, String noIndex, String outside) {
    switch (container(path, missing)) {
      case Mapping mapping -> mapping.put(path.last(), value);
      case Sequence list -> insert(list, path, value, noIndex, outside);
      case Scalar _ -> throw missing(missing, path);
    }
  }

  private static void insert(
      Sequence list, JsonPointer path, Node value, String noIndex, String outside) {
    if (path.last().equals("-")) {
      list.add(value);
      return;
    }
    int index = index(path, noIndex);
    // A negative index counts from behind the last element.
    int at = index < 0 ? index + list.size() + 1 : index;
    if (at < 0 || at > list.size()) {
      throw outside(index, outside);
    }
    list.items().add(at, value);
  }

  void remove(JsonPointer path) {
    drop(
        path,
        "remove operation does not apply: doc is missing path: \"",
        "error in remove for path: '" + path.text() + "': ");
  }

  private void drop(JsonPointer path, String missing, String at) {
    boolean removed =
        switch (container(path, missing)) {
          case Mapping mapping -> mapping.remove(path.last()) != null;
          case Sequence list -> {
            list.items().remove(position(list, path, at));
            yield true;
          }
          case Scalar _ -> throw missing(missing, path);
        };
    if (!removed) {
      throw new BuildFailed(
          at + "Unable to remove nonexistent key: " + path.last() + ": missing value", FIX);
    }
  }

  void replace(JsonPointer path, Node value) {
    if (path.keys().isEmpty() && path.text().isEmpty()) {
      root = value;
      return;
    }
    String missing = "replace operation does not apply: doc is missing path: ";
    switch (container(path, missing)) {
      case Mapping mapping -> mapping.put(path.last(), value);
      case Sequence list -> {
        if (child(list, path.last()) == null) {
          throw missing("replace operation does not apply: doc is missing key: ", path);
        }
        list.items().set(position(list, path, ""), value);
      }
      case Scalar _ -> throw missing(missing, path);
    }
  }

  void test(JsonPointer path, Node value) {
    Node now = path.text().isEmpty() ? root : tested(path);
    boolean same = now == null ? isNull(value) : now.sameValue(value);
    if (!same) {
      throw new BuildFailed(
          "testing value " + path.text() + " failed: test failed", "Correct the expected value");
    }
  }

  private @Nullable Node tested(JsonPointer path) {
    Node container = container(path, "test operation does not apply: is missing path: ");
    if (container instanceof Sequence list) {
      position(list, path, "error in test for path: '" + path.text() + "': ");
    }
    return child(container, path.last());
  }

  /// What holds the last part of a path.
  private Node container(JsonPointer path, String missing) {
    Node parent = path.keys().isEmpty() ? null : parent(path);
    if (parent == null || parent instanceof Scalar) {
      throw missing(missing, path);
    }
    return parent;
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

  private static int position(Sequence list, JsonPointer path, String where) {
    int index = index(path, where);
    int at = index < 0 ? index + list.size() : index;
    if (at < 0 || at >= list.size()) {
      throw outside(index, where);
    }
    return at;
  }

  private static int index(JsonPointer path, String where) {
    try {
      return Integer.parseInt(path.last());
    } catch (NumberFormatException e) {
      throw new BuildFailed(
          where + "strconv.Atoi: parsing " + GoJson.string(path.last()) + ": invalid syntax",
          "Write a number, or '-' for the end");
    }
  }

  private static BuildFailed outside(int index, String where) {
    return new BuildFailed(
        where + "Unable to access invalid index: " + index + ": invalid index referenced", FIX);
  }

  private static BuildFailed missing(String what, JsonPointer path) {
    String quote = what.endsWith("\"") ? "\"" : "";
    return new BuildFailed(what + path.text() + quote + ": missing value", FIX);
  }

  private static boolean isNull(Node node) {
    return node instanceof Scalar scalar && scalar.isNull();
  }
}
