package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;

/// The operations of a JSON patch (RFC 6902), with the freedoms that kustomize takes: kustomize.md
/// section 8.2.
record JsonPatch(List<Operation> operations) {

  /// One operation.
  record Operation(String op, JsonPointer path, JsonPointer from, Node value) {}

  static JsonPatch read(Sequence list, String source) {
    var operations = new ArrayList<Operation>();
    for (Node item : list) {
      if (!(item instanceof Mapping mapping) || !mapping.has("op")) {
        throw new BuildFailed(
            "unable to parse SM or JSON patch from " + source,
            "Give every operation an 'op' and a 'path'");
      }
      Node value = mapping.get("value");
      operations.add(
          new Operation(
              mapping.textAt("op"),
              JsonPointer.of(mapping.textAt("path")),
              JsonPointer.of(mapping.textAt("from")),
              value == null ? Scalar.NULL : value));
    }
    return new JsonPatch(operations);
  }

  /// Edits an object in place.
  void apply(Mapping root) {
    var document = new JsonDocument(root);
    for (Operation operation : operations) {
      apply(operation, document);
      if (operation.op().equals("copy")) {
        document.checkSize();
      }
    }
    document.writeBack();
  }

  private static void apply(Operation operation, JsonDocument document) {
    JsonPointer path = operation.path();
    switch (operation.op()) {
      case "add" -> document.add(path, operation.value().copy());
      case "remove" -> document.remove(path);
      case "replace" -> document.replace(path, operation.value().copy());
      case "move" -> {
        Node moved = document.get(operation.from(), "move");
        document.remove(operation.from());
        document.add(path, moved);
      }
      case "copy" -> document.add(path, document.get(operation.from(), "copy").copy());
      case "test" -> document.test(path, operation.value());
      default ->
          throw new BuildFailed(
              "Unexpected kind: " + operation.op(),
              "Write add, remove, replace, move, copy or test");
    }
  }
}
