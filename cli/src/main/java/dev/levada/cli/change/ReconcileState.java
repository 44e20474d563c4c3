package dev.levada.cli.change;

import dev.levada.api.Condition;
import dev.levada.cli.lookup.FluxKind;
import dev.levada.core.health.Health;
import dev.levada.core.health.HealthRules;
import dev.levada.core.health.Status;
import dev.levada.core.manifest.Manifest;

/// How far the engine is with what the user asked for, as the object's status tells it.
sealed interface ReconcileState {

  /// It has not got there yet.
  ///
  /// @param message what it does or waits for; empty where it does not say
  record Pending(String message) implements ReconcileState {}

  /// It is there.
  ///
  /// @param revision the revision that was fetched or applied
  record Done(String revision) implements ReconcileState {}

  /// It gave up, or it failed and would only try the same again.
  ///
  /// @param message why
  record Failed(String message) implements ReconcileState {}

  /// It was deleted.
  record Gone() implements ReconcileState {}

  /// After a request to reconcile: the request is handled when `status.lastHandledReconcileAt` is
  /// no longer what it was before (flux-api §3.4).
  ///
  /// @param handledBefore that field's value before the request; empty for none
  static ReconcileState afterRequest(FluxKind kind, Manifest object, String handledBefore) {
    boolean handled = !handled(object).equals(handledBefore);
    return handled ? judge(kind, object) : underWay(object);
  }

  /// After resuming: the status must be about the current generation (flux-api §3.4).
  static ReconcileState afterResuming(FluxKind kind, Manifest object) {
    Condition ready = ready(object);
    long observed =
        ready.observedGeneration() > 0
            ? ready.observedGeneration()
            : object.root().numberAt(0, "status", "observedGeneration");
    return observed == object.generation() ? judge(kind, object) : underWay(object);
  }

  /// What the field that answers a request holds.
  static String handled(Manifest object) {
    return object.root().textAt("status", "lastHandledReconcileAt");
  }

  private static ReconcileState judge(FluxKind kind, Manifest object) {
    Health health = HealthRules.of(object);
    Condition ready = ready(object);
    if (health.status() == Status.CURRENT && ready.status().equals("True")) {
      return new Done(kind.revision(object));
    }
    if (health.status() == Status.FAILED || (ready.status().equals("False") && !waits(ready))) {
      return new Failed(ready.message());
    }
    return new Pending(ready.message());
  }

  // What was said about the time before the request is no news.
  private static ReconcileState underWay(Manifest object) {
    Condition ready = ready(object);
    return new Pending(ready.status().equals("Unknown") ? ready.message() : "");
  }

  // A dependency that becomes ready ends this by itself; so does the work that is under way.
  private static boolean waits(Condition ready) {
    return ready.reason().equals("DependencyNotReady") || ready.reason().equals("Progressing");
  }

  private static Condition ready(Manifest object) {
    return Condition.find(object.root().mappingAt("status"), Condition.READY)
        .orElse(new Condition(Condition.READY, "Unknown", "", "", 0));
  }
}
