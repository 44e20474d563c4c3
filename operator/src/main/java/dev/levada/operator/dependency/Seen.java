package dev.levada.operator.dependency;

import dev.levada.api.Condition;
import dev.levada.core.health.Health;
import dev.levada.core.health.HealthRules;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import java.util.List;
import java.util.Optional;

/// What a watch has told of an object that somebody depends on.
sealed interface Seen {

  /// Nothing yet.
  record NotYet() implements Seen {}

  /// The API server does not serve its kind.
  record NoKind() implements Seen {}

  /// Its kind lives in namespaces and none is named, or the other way round.
  ///
  /// @param namespaced whether the kind lives in namespaces
  record NoPlace(boolean namespaced) implements Seen {}

  /// It does not exist.
  record Missing() implements Seen {}

  /// It may not, or cannot, be looked at.
  ///
  /// @param why the server's words
  record Hidden(String why) implements Seen {}

  /// It exists.
  ///
  /// @param health the verdict on it
  /// @param saysReady whether its condition `Ready` is true
  /// @param needs what it waits for itself, as far as it tells
  /// @param whole all of it; kept only where somebody asks about it in words of his own
  record There(Health health, boolean saysReady, List<ObjectId> needs, Optional<Manifest> whole)
      implements Seen {

    /// What is kept of an object.
    ///
    /// @param live the object as the API server has it
    /// @param whole whether all of it is kept
    static There of(Manifest live, boolean whole) {
      return new There(
          HealthRules.of(live),
          Condition.isTrue(live.root().mappingAt("status"), Condition.READY),
          Needs.of(live),
          whole ? Optional.of(live) : Optional.empty());
    }
  }
}
