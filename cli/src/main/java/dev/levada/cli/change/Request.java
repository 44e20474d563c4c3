package dev.levada.cli.change;

import dev.levada.api.Metadata;
import dev.levada.cli.lookup.FluxKind;
import dev.levada.cli.lookup.Lookup;
import dev.levada.cli.print.Steps;
import dev.levada.cli.surroundings.Cluster;
import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import java.time.Instant;

/// Asks the engine to reconcile an object now, and waits until it has (flux-api §3.4).
///
/// @param cluster where the object is
/// @param steps tells the user
/// @param now the time, which marks the request
record Request(Cluster cluster, Steps steps, Instant now) {

  /// Returns when it is reconciled.
  ///
  /// @throws CommandFailure where there is no such object, it is suspended, or it fails
  void send(FluxKind kind, String namespace, String name) {
    send(kind, Lookup.require(cluster, kind, namespace, name));
  }

  /// Returns when it is reconciled.
  ///
  /// @throws CommandFailure where the object is suspended or fails
  void send(FluxKind kind, Manifest object) {
    String subject = object.id().subject();
    if (object.root().isTrueAt("spec", "suspend")) {
      throw new CommandFailure(
          subject + ": resource is suspended",
          "Resume it with levada resume %s %s -n %s."
              .formatted(kind.inVerbs(), object.name(), object.namespace()));
    }
    String handledBefore = ReconcileState.handled(object);
    steps.begin("asking for " + subject + " to be reconciled");
    Mapping request = Metadata.request(now.toString());
    Manifest asked = cluster.merge(kind.resource(), object.namespace(), object.name(), request);
    String revision =
        new Awaiting(cluster, steps)
            .until(kind, asked, live -> ReconcileState.afterRequest(kind, live, handledBefore));
    steps.done((kind.deed() + " " + revision).strip());
  }
}
