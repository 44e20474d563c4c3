package dev.levada.operator.deploy;

import dev.levada.api.Kustomization;
import dev.levada.api.SourceReference;
import dev.levada.cluster.observe.Live;
import dev.levada.core.manifest.ObjectId;
import dev.levada.operator.ingredient.Ingredients;
import dev.levada.operator.runtime.Controllers;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.Urgency;
import dev.levada.operator.source.SourceShelf;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every edge that wakes a Kustomization: its source's new revision, a dependency, a hand in its
/// objects (flux-api §2.1).
public final class Triggers {

  /// Index: the Kustomizations that build from a source.
  public static final String BY_SOURCE = "source";

  /// Index: the Kustomizations that depend on another.
  public static final String BY_DEPENDENCY = "dependency";

  /// Index: the Kustomizations that take something from a ConfigMap or Secret.
  public static final String BY_CONFIG = "config";

  private final ResourceCache<Kustomization> objects;
  private final SourceShelf shelf;
  private final Memory memory;
  private final Controllers controllers;

  /// @param objects the Kustomizations; given its indexes here
  /// @param shelf where sources' trees stand
  /// @param memory knows what each was last made from
  /// @param controllers queues them
  public Triggers(
      ResourceCache<Kustomization> objects,
      SourceShelf shelf,
      Memory memory,
      Controllers controllers) {
    this.objects = objects;
    this.shelf = shelf;
    this.memory = memory;
    this.controllers = controllers;
    objects.index(BY_SOURCE, object -> java.util.List.of(object.spec().source().toString()));
    objects.index(BY_CONFIG, Ingredients::names);
    objects.index(
        BY_DEPENDENCY,
        object ->
            object.spec().dependencies().stream()
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

  /// A Kustomization's status changed: those that wait for it may go on.
  public void statusChanged(@Nullable Kustomization before, @Nullable Kustomization after) {
    if (after == null) {
      return;
    }
    boolean readyNow = Dependencies.isReady(after) && !isSame(before, after);
    for (Kustomization dependant :
        objects.lookup(
            BY_DEPENDENCY, after.metadata().namespace() + "/" + after.metadata().name())) {
      if (readyNow || asksInItsOwnWords(dependant)) {
        controllers.enqueue(key(dependant), Urgency.CHANGED, false);
      }
    }
  }

  /// A watched ConfigMap or Secret, `Kind/namespace/name`, changed, came or went.
  public void configChanged(String name) {
    for (Kustomization object : objects.lookup(BY_CONFIG, name)) {
      controllers.enqueue(key(object), Urgency.CHANGED, true);
    }
  }

  // A readyExpr can ask for anything, so any change can be its answer; one that is ready already
  // does not wait.
  private static boolean asksInItsOwnWords(Kustomization dependant) {
    return !Dependencies.isReady(dependant)
        && dependant.spec().dependencies().stream()
            .anyMatch(dependency -> !dependency.readyExpression().isEmpty());
  }

  private static boolean isSame(@Nullable Kustomization before, Kustomization after) {
    return before != null
        && Dependencies.isReady(before)
        && before
            .status()
            .textAt("lastAppliedRevision")
            .equals(after.status().textAt("lastAppliedRevision"));
  }

  /// A live object changed or went.
  public void liveChanged(ObjectId id, @Nullable Live live) {
    memory
        .disturbed(id, Optional.ofNullable(live))
        .ifPresent(key -> controllers.enqueue(key, Urgency.CHANGED, false));
  }

  private static Key key(Kustomization object) {
    return new Key(Kustomization.KIND, object.metadata().namespace(), object.metadata().name());
  }
}
