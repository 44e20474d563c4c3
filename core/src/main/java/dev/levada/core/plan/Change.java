package dev.levada.core.plan;

import dev.levada.core.plan.drift.FieldChange;
import java.util.List;

/// What happens, or happened, to one object.
public sealed interface Change {

  /// The word that events and logs carry.
  default String action() {
    return switch (this) {
      case Created _, Replaced _ -> "created";
      case Configured _ -> "configured";
      case Unchanged _ -> "unchanged";
      case Deleted _ -> "deleted";
      case Skipped _ -> "skipped";
    };
  }

  /// Whether the cluster differs after it.
  default boolean isChange() {
    return switch (this) {
      case Created _, Configured _, Replaced _, Deleted _ -> true;
      case Unchanged _, Skipped _ -> false;
    };
  }

  /// The object did not exist.
  record Created() implements Change {}

  /// The object was not as it should be.
  ///
  /// @param fields what differed
  record Configured(List<FieldChange> fields) implements Change {

    /// @param fields what differed; copied
    public Configured {
      fields = List.copyOf(fields);
    }
  }

  /// The object was deleted and made anew, since a change of it was refused.
  ///
  /// @param why the refusal
  record Replaced(String why) implements Change {}

  /// The object was as it should be.
  record Unchanged() implements Change {}

  /// The object left the inventory and was deleted.
  record Deleted() implements Change {}

  /// The object was left alone.
  ///
  /// @param why who asked for that
  record Skipped(String why) implements Change {}
}
