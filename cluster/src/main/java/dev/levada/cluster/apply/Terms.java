package dev.levada.cluster.apply;

import dev.levada.core.plan.Stage;
import dev.levada.core.plan.drift.IgnoredFields;
import java.util.List;

/// What a user has laid down for all objects of a deployment.
///
/// @param force whether an object may be made anew where a field of it cannot be changed
/// @param ignored the fields that are left to others
public record Terms(boolean force, IgnoredFields ignored) {

  List<Wanted> wanted(Stage stage) {
    return stage.manifests().stream()
        .map(desired -> new Wanted(desired, ignored.of(desired)))
        .toList();
  }
}
