package dev.levada.cli.change;

import dev.levada.cli.lookup.FluxKind;
import dev.levada.cli.print.ShortHashes;
import dev.levada.cli.print.Steps;
import dev.levada.cli.surroundings.Cluster;
import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.cluster.access.ApiUnreachable;
import dev.levada.cluster.access.Selection;
import dev.levada.cluster.access.WatchEvent;
import dev.levada.core.manifest.Manifest;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;

/// Watches one object until it is where the user wants it, and tells what it does meanwhile.
///
/// @param cluster where the object is
/// @param steps tells the user
record Awaiting(Cluster cluster, Steps steps) {

  /// Returns when it is there.
  ///
  /// @param kind the object's kind
  /// @param start the object as it is now
  /// @param judge says how far it is
  /// @return the revision that it reached
  /// @throws CommandFailure where it failed or is gone
  String until(FluxKind kind, Manifest start, Function<Manifest, ReconcileState> judge) {
    var state = new AtomicReference<ReconcileState>(new ReconcileState.Pending(""));
    if (goesOn(judge.apply(start), state)) {
      follow(kind, start, event -> goesOn(state(event, judge), state));
    }
    return switch (state.get()) {
      case ReconcileState.Done done -> done.revision();
      case ReconcileState.Failed failed -> throw failure(kind, start, failed);
      case ReconcileState.Gone _ -> throw gone(start);
      case ReconcileState.Pending _ -> throw new AssertionError("the watch ended with no state");
    };
  }

  private void follow(FluxKind kind, Manifest start, Predicate<WatchEvent> goesOn) {
    var selection = new Selection(start.namespace(), "", "metadata.name=" + start.name());
    try {
      cluster.follow(kind.resource(), selection, start.resourceVersion(), goesOn);
    } catch (CancellationException | ApiUnreachable left) {
      steps.warn(
          start.id().subject()
              + " has not got there; what happens to it goes on without this command");
      throw left;
    }
  }

  private boolean goesOn(ReconcileState next, AtomicReference<ReconcileState> state) {
    ReconcileState before = state.getAndSet(next);
    if (next instanceof ReconcileState.Pending(String message)) {
      if (!message.isEmpty() && !next.equals(before)) {
        steps.waiting(ShortHashes.in(message));
      }
      return true;
    }
    return false;
  }

  private static ReconcileState state(WatchEvent event, Function<Manifest, ReconcileState> judge) {
    return switch (event) {
      case WatchEvent.Changed changed -> judge.apply(changed.object());
      case WatchEvent.Gone _ -> new ReconcileState.Gone();
      case WatchEvent.Bookmark _, WatchEvent.Failed _ ->
          throw new AssertionError("a cluster hands over changes only");
    };
  }

  private static CommandFailure gone(Manifest object) {
    return new CommandFailure(
        object.id().subject() + ": it was deleted meanwhile",
        "Find out who deleted it; if it should be there, apply it again.");
  }

  private static CommandFailure failure(
      FluxKind kind, Manifest object, ReconcileState.Failed failed) {
    return new CommandFailure(
        "%s: reconciliation failed: %s"
            .formatted(object.id().subject(), ShortHashes.in(failed.message())),
        "See the whole status with levada get %s %s -n %s -o yaml."
            .formatted(kind.inGet(), object.name(), object.namespace()));
  }
}
