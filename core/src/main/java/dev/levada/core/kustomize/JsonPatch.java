package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The operations of a JSON patch (RFC 6902), with the freedoms that kustomize takes: kustomize.md
/// section 8.2.
record JsonPatch(List<Operation> operations) {

  /// One operation.
  record Operation(String op, @Nullable JsonPointer path, @Nullable JsonPointer from, Node value) {

    JsonPointer to() {
      boolean whole = op.equals("add") || op.equals("remove") || op.equals("copy");
      return required(path, whole ? "path: " : "path: operation missing path field: ");
    }

    JsonPointer origin() {
      return required(from, "from: operation, missing from field: ");
    }

    private JsonPointer required(@Nullable JsonPointer pointer, String what) {
      if (pointer == null) {
        throw new BuildFailed(
            op + " operation failed to decode " + what + "missing value",
            "Give every operation a 'path', and 'move' and 'copy' a 'from'");
      }
      return pointer;
    }
  }

  static JsonPatch read(Sequence list, String source) {
    var operations = new ArrayList<Operation>();
    for (Node item : list) {
      if (!(item instanceof Mapping mapping)) {
        throw new BuildFailed(
            "unable to parse SM or JSON patch from " + source,
            "Give every operation an 'op' and a 'path'");
      }
      Node value = mapping.get("value");
      operations.add(
          new Operation(
              text(mapping, "op", "unknown"),
              pointer(mapping, "path"),
              pointer(mapping, "from"),
              value == null ? Scalar.NULL : value));
    }
    return new JsonPatch(operations);
  }

  private static String text(Mapping mapping, String field, String otherwise) {
    return mapping.get(field) instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING
        ? scalar.text()
        : otherwise;
  }

  private static @Nullable JsonPointer pointer(Mapping mapping, String field) {
    return mapping.get(field) instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING
        ? JsonPointer.of(scalar.text())
        : null;
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
    switch (operation.op()) {
      case "add" -> document.add(operation.to(), operation.value().copy());
      case "remove" -> document.remove(operation.to());
      case "replace" -> document.replace(operation.to(), operation.value().copy());
      case "move" -> document.move(operation.origin(), operation.to());
      case "copy" -> document.copy(operation.origin(), operation.to());
      case "test" -> document.test(operation.to(), operation.value());
      default ->
          throw new BuildFailed(
              "Unexpected kind: " + operation.op(),
              "Write add, remove, replace, move, copy or test");
    }
  }
}
