package dev.levada.core.manifest;

import java.util.Optional;

/// A value of a manifest: a mapping, a sequence or a scalar. Mappings and sequences can be edited
/// in place, which is what a renderer does all day; whoever hands a node on to someone who must not
/// change it hands on a {@link #copy()}.
public sealed interface Node permits Mapping, Sequence, Scalar {

  /// A deep copy that shares nothing editable with this node.
  Node copy();

  /// Whether both say the same to the API server: key order, quoting and the way a number was
  /// written do not count.
  boolean sameValue(Node other);

  /// What stands one step below: a mapping's value under a key, a list's item at an index.
  default Optional<Node> under(String step) {
    return switch (this) {
      case Mapping mapping -> Optional.ofNullable(mapping.get(step));
      case Sequence sequence -> {
        int index = Sequence.index(step);
        yield index >= 0 && index < sequence.size()
            ? Optional.of(sequence.items().get(index))
            : Optional.empty();
      }
      case Scalar _ -> Optional.empty();
    };
  }

  /// How JSON calls what a node is: `object`, `array`, `string`, `number`, `bool` or `null`.
  default String jsonType() {
    return switch (this) {
      case Mapping _ -> "object";
      case Sequence _ -> "array";
      case Scalar scalar ->
          switch (scalar.kind()) {
            case STRING, TIMESTAMP -> "string";
            case INTEGER, FLOAT -> "number";
            case BOOLEAN -> "bool";
            case NULL -> "null";
          };
    };
  }
}
