package dev.levada.cli.change;

import dev.levada.cli.lookup.FluxKind;
import dev.levada.cli.lookup.Lookup;
import dev.levada.cli.print.Steps;
import dev.levada.cli.surroundings.Cluster;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;

/// Tells the engine to leave an object alone, or to look after it again (flux-api §3.4).
///
/// @param cluster where the object is
/// @param steps tells the user
record Suspension(Cluster cluster, Steps steps) {

  /// Has the object left alone.
  void suspend(FluxKind kind, String namespace, String name) {
    Manifest object = Lookup.require(cluster, kind, namespace, name);
    set(kind, object, true);
    steps.done(object.id().subject() + " suspended");
  }

  /// Has the object looked after again.
  ///
  /// @param wait whether to return only when it is ready
  void resume(FluxKind kind, String namespace, String name, boolean wait) {
    Manifest object = Lookup.require(cluster, kind, namespace, name);
    Manifest resumed = set(kind, object, false);
    steps.done(object.id().subject() + " resumed");
    if (wait) {
      String revision =
          new Awaiting(cluster, steps)
              .until(kind, resumed, live -> ReconcileState.afterResuming(kind, live));
      steps.done((kind.deed() + " " + revision).strip());
    }
  }

  private Manifest set(FluxKind kind, Manifest object, boolean suspended) {
    var spec = new Mapping().put("suspend", Scalar.of(suspended));
    return cluster.merge(
        kind.resource(), object.namespace(), object.name(), new Mapping().put("spec", spec));
  }
}
