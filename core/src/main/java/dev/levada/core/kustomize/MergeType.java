package dev.levada.core.kustomize;

import java.util.List;
import java.util.Map;

/// What strategic merge has to know about a type: which of its lists are merged by key.
///
/// @param fields the fields that have, or contain, such lists
record MergeType(Map<String, Field> fields) {

  /// A type of which nothing is known: its lists are replaced.
  static final MergeType UNKNOWN = new MergeType(Map.of());

  /// The key of lists of plain values, which are united.
  static final String SET = "=";

  private static final Field PLAIN = new Field(UNKNOWN, List.of());

  /// A field's type, or that of its elements, and the keys its elements are told apart by.
  record Field(MergeType type, List<String> keys) {

    boolean isSet() {
      return keys.equals(List.of(SET));
    }
  }

  Field field(String name) {
    return fields.getOrDefault(name, PLAIN);
  }
}
