package dev.levada.core.plan;

import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.drift.FieldChange;
import java.util.List;

/// What happens, or happened, to one object.
public sealed interface Change {

  /// The word that events and logs carry.
  default String action() {
    return switch (this) {
      case Created _, Replaced _, Untried _ -> "created";
      case Configured _ -> "configured";
      case Unchanged _ -> "unchanged";
      case Deleted _ -> "deleted";
      case Skipped _ -> "skipped";
      case Refused _ -> "refused";
      case Blocked _ -> "blocked";
    };
  }

  /// Whether the cluster differs after it.
  default boolean isChange() {
    return switch (this) {
      case Created _, Configured _, Replaced _, Deleted _, Untried _ -> true;
      case Unchanged _, Skipped _, Refused _, Blocked _ -> false;
    };
  }

  /// Whether the object is not as wanted because it, or what it needs, cannot be applied.
  default boolean isTrouble() {
    return switch (this) {
      case Refused _, Blocked _ -> true;
      case Created _, Configured _, Replaced _, Deleted _, Unchanged _, Skipped _, Untried _ ->
          false;
    };
  }

  /// Why, as a sentence without a full stop.
  String why();

  /// The object did not exist.
  record Created() implements Change {
    @Override
    public String why() {
      return "it is not in the cluster";
    }
  }

  /// The object was not as it should be.
  ///
  /// @param fields what differed
  /// @param by the field manager that had changed it last; empty where it was the engine
  record Configured(List<FieldChange> fields, String by) implements Change {

    /// Copies the fields.
    public Configured {
      fields = List.copyOf(fields);
    }

    @Override
    public String why() {
      return "it differs in the fields below"
          + (by.isEmpty() ? "" : "; " + by + " changed it last");
    }
  }

  /// The object was deleted and made anew, since a change of it was refused.
  ///
  /// @param why the refusal
  record Replaced(String why) implements Change {}

  /// The object was as it should be.
  record Unchanged() implements Change {
    @Override
    public String why() {
      return "it is as wanted";
    }
  }

  /// The object left the inventory and was deleted.
  record Deleted() implements Change {
    @Override
    public String why() {
      return "it left the source";
    }
  }

  /// The object was left alone.
  ///
  /// @param why who asked for that
  record Skipped(String why) implements Change {}

  /// The object will be created; the server cannot be asked how before another is.
  ///
  /// @param needs that other
  record Untried(ObjectId needs) implements Change {
    @Override
    public String why() {
      return "it cannot be tried before " + needs.subject() + " is created";
    }
  }

  /// The API server does not take the object.
  ///
  /// @param message which object, and why
  /// @param fix what to do
  record Refused(String message, String fix) implements Change {
    @Override
    public String why() {
      return message;
    }
  }

  /// The object was left alone, since one that it needs cannot be applied.
  ///
  /// @param by the one that it needs
  record Blocked(ObjectId by) implements Change {
    @Override
    public String why() {
      return "it needs " + by.subject() + ", which cannot be applied";
    }
  }
}
