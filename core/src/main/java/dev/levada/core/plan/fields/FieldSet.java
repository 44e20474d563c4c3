package dev.levada.core.plan.fields;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;

/// Sets of fields as `managedFields` writes them (FieldsV1).
final class FieldSet {

  private static final String ITSELF = ".";

  private FieldSet() {}

  /// The fields of both sets, as a set that shares nothing with them.
  static Mapping union(Mapping one, Mapping other) {
    Mapping union = one.copy();
    other
        .entries()
        .forEach((key, theirs) -> {
          Node ours = union.get(key);
          union.put(key, ours == null ? theirs.copy() : below(asMapping(ours), asMapping(theirs)));
        });
    return union;
  }

  /// A field that one set names without its parts (`{}`) stays named itself beside its parts.
  private static Mapping below(Mapping one, Mapping other) {
    Mapping union = union(one, other);
    boolean named = one.isEmpty() || other.isEmpty();
    if (named && !union.isEmpty()) {
      union.put(ITSELF, new Mapping());
    }
    return union;
  }

  static Mapping asMapping(Node node) {
    return node instanceof Mapping mapping ? mapping : new Mapping();
  }
}
