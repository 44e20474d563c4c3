package dev.levada.operator.deploy;

import dev.levada.api.Condition;
import dev.levada.api.Kustomization;
import dev.levada.api.SourceReference;
import dev.levada.cluster.observe.Live;
import dev.levada.core.manifest.ObjectId;
import dev.levada.operator.dependency.Dependencies;
import dev.levada.operator.destination.TargetCluster;
import dev.levada.operator.ingredient.Ingredients;
import dev.levada.operator.runtime.Controllers;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.Urgency;
import dev.levada.operator.source.SourceShelf;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every edge that wakes a Kustomization: its source's new revision, a dependency, a hand in its
/// objects (flux-api §2.1).
public final class Triggers {

  /// Index: the Kustomizations that build from a source.
  public static final String BY_SOURCE = "source";

  /// Index: the Kustomizations that depend on another.
  public static final String BY_DEPENDENCY = "dependency";

  /// Index: the Kustomizations that name a ConfigMap or a Secret.
  public static final String BY_CONFIG = "config";

  // Longer than a write takes to be answered.
  private static final Duration ANSWER = Duration.ofSeconds(2);

  private final ResourceCache<Kustomization> objects;
  private final SourceShelf shelf;
  private final Memory memory;
  private final Controllers controllers;
  private final DriftHistory drifts;
  private final Clock clock;

  /// @param objects the Kustomizations; given its two indexes here
  /// @param shelf where sources' trees stand
  /// @param memory knows what each was last made from
  /// @param controllers queues them
  /// @param drifts knows whose objects are fought over
  /// @param clock tells the time
  public Triggers(
      ResourceCache<Kustomization> objects,
      SourceShelf shelf,
      Memory memory,
      Controllers controllers,
      DriftHistory drifts,
      Clock clock) {
    this.objects = objects;
    this.shelf = shelf;
    this.memory = memory;
    this.controllers = controllers;
    this.drifts = drifts;
    this.clock = clock;
    objects.index(BY_CONFIG, Ingredients::names);
    objects.index(BY_SOURCE, object -> List.of(object.spec().source().toString()));
    objects.index(
        BY_DEPENDENCY,
        object ->
            object.spec().dependencies().stream()
                .filter(Kustomization.Dependency::isKustomization)
                .map(dependency -> dependency.namespace() + "/" + dependency.name())
                .toList());
  }

  /// A source has another revision. Those whose files changed go first: the others only have a
  /// revision to write.
  public void sourceChanged(SourceReference source) {
    Optional<SourceShelf.Shelved> content = shelf.find(source);
    for (Kustomization object : objects.lookup(BY_SOURCE, source.toString())) {
      Key key = key(object);
      boolean same = content.isPresent() && memory.readsTheSame(key, content.get().tree());
      controllers.enqueue(key, same ? Urgency.PERIODIC : Urgency.CHANGED, true);
    }
  }

  /// A Kustomization changed or went: those that wait for it may go on.
  public void statusChanged(@Nullable Kustomization before, @Nullable Kustomization after) {
    if (after != null) {
      boolean readyNow = Dependencies.isReady(after) && !isSame(before, after);
      dependants(after).stream()
          .filter(dependant -> readyNow || asksOtherwise(dependant))
          .forEach(this::wake);
    } else if (before != null) {
      gone(before);
    }
  }

  /// Those that depended on it may be out of a circle now, and what it depended on may go if it is
  /// to.
  private void gone(Kustomization gone) {
    dependants(gone).stream()
        .filter(dependant -> Condition.isTrue(dependant.status(), "Stalled"))
        .forEach(this::wake);
    gone.spec().dependencies().stream()
        .filter(Kustomization.Dependency::isKustomization)
        .flatMap(dependency -> objects.find(dependency.namespace(), dependency.name()).stream())
        .filter(found -> found.metadata().deleting())
        .forEach(this::wake);
  }

  private Collection<Kustomization> dependants(Kustomization object) {
    return objects.lookup(
        BY_DEPENDENCY, object.metadata().namespace() + "/" + object.metadata().name());
  }

  /// A watched ConfigMap or Secret, `Kind/namespace/name`, changed, came or went.
  public void configChanged(String name) {
    for (Kustomization object : objects.lookup(BY_CONFIG, name)) {
      controllers.enqueue(key(object), Urgency.CHANGED, true);
    }
  }

  // A readyExpr can ask for anything, and somebody may only wait for it to exist, so any change can
  // be the answer; one that is ready already does not wait.
  private static boolean asksOtherwise(Kustomization dependant) {
    return !Dependencies.isReady(dependant)
        && dependant.spec().dependencies().stream()
            .anyMatch(dependency -> !dependency.ready() || dependency.isAsked());
  }

  private void wake(Kustomization object) {
    controllers.enqueue(key(object), Urgency.CHANGED, false);
  }

  private static boolean isSame(@Nullable Kustomization before, Kustomization after) {
    return before != null
        && Dependencies.isReady(before)
        && before
            .status()
            .textAt("lastAppliedRevision")
            .equals(after.status().textAt("lastAppliedRevision"));
  }

  /// A live object changed or went. What is seen while a write of ours has no answer yet may be
  /// that write, and perhaps another Kustomization's: it is looked at again when the answer is
  /// there.
  public void liveChanged(TargetCluster cluster, ObjectId id, @Nullable Live live) {
    memory
        .disturbed(cluster, id, Optional.ofNullable(live))
        .ifPresent(key -> {
          Duration pause =
              cluster.settled().isBeingWritten(id)
                  ? ANSWER
                  : drifts.pause(cluster.name(), id, clock.instant());
          if (pause.isZero()) {
            controllers.enqueue(key, Urgency.CHANGED, false);
          } else {
            controllers.enqueueAfter(key, pause, Urgency.PERIODIC);
          }
        });
  }

  private static Key key(Kustomization object) {
    return new Key(Kustomization.KIND, object.metadata().namespace(), object.metadata().name());
  }
}
