package dev.levada.core.plan.drift;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Node;

/// One field of an object in the cluster that applying changes. Values of Secrets are masked.
public sealed interface FieldChange {

  /// Where the field is, as a JSON pointer.
  String pointer();

  /// The change as a line for people; long values are cut.
  default String text() {
    return switch (this) {
      case Added added -> pointer() + ": added " + shown(added.after());
      case Removed removed -> pointer() + ": removed, was " + shown(removed.before());
      case Replaced replaced ->
          pointer() + ": " + shown(replaced.before()) + " -> " + shown(replaced.after());
    };
  }

  private static String shown(Node value) {
    String json = Json.text(value);
    int limit = 200;
    return json.length() <= limit ? json : json.substring(0, limit) + "...";
  }

  /// The field is not in the cluster yet.
  ///
  /// @param pointer where the field is
  /// @param after its new value
  record Added(String pointer, Node after) implements FieldChange {}

  /// The field goes.
  ///
  /// @param pointer where the field is
  /// @param before its old value
  record Removed(String pointer, Node before) implements FieldChange {}

  /// The field gets another value.
  ///
  /// @param pointer where the field is
  /// @param before its old value
  /// @param after its new value
  record Replaced(String pointer, Node before, Node after) implements FieldChange {}
}
