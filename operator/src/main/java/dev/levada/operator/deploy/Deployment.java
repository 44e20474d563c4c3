package dev.levada.operator.deploy;

import dev.levada.api.Kustomization;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.ChangeSet;
import dev.levada.operator.dependency.Dependencies;
import dev.levada.operator.desired.Rendering;
import dev.levada.operator.destination.Target;
import dev.levada.operator.destination.Targets;
import dev.levada.operator.ingredient.Ingredients;
import dev.levada.operator.ingredient.Questions;
import dev.levada.operator.journal.Journal;
import dev.levada.operator.report.Finalizers;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.Run;
import dev.levada.operator.source.SourceShelf;
import java.util.Optional;
import java.util.Set;

/// Makes the cluster as one Kustomization wants it, from its source's present revision to healthy
/// objects. This is the way of a commit; each step is a class of its own.
public final class Deployment {

  /// How a deployment ended that did not fail.
  public enum End {
    /// The cluster is as wanted; something was done or waited for.
    CHANGED,
    /// The cluster was as wanted already, and nothing was asked of it.
    UNCHANGED,
    /// Something newer came up while it waited.
    SUPERSEDED
  }

  private final Finalizers finalizers;
  private final Sources sources;
  private final Dependencies dependencies;
  private final Questions questions;
  private final Ingredients ingredients;
  private final Targets targets;
  private final Rendering rendering;
  private final Rollout rollout;
  private final Pruning pruning;
  private final HealthWait health;
  private final Memory memory;
  private final Journal journal;

  /// The steps, in order.
  public Deployment(
      Finalizers finalizers,
      Sources sources,
      Dependencies dependencies,
      Questions questions,
      Ingredients ingredients,
      Targets targets,
      Rendering rendering,
      Rollout rollout,
      Pruning pruning,
      HealthWait health,
      Memory memory,
      Journal journal) {
    this.finalizers = finalizers;
    this.sources = sources;
    this.dependencies = dependencies;
    this.questions = questions;
    this.ingredients = ingredients;
    this.targets = targets;
    this.rendering = rendering;
    this.rollout = rollout;
    this.pruning = pruning;
    this.health = health;
    this.memory = memory;
    this.journal = journal;
  }

  /// Runs the steps.
  End deploy(Kustomization object, Key key, Progress progress, Run run)
      throws InterruptedException {
    questions.health(object);
    finalizers.add(object.metadata());
    SourceShelf.Shelved source = sources.require(object);
    progress.reach(attempt -> attempt.at(source.revision()));
    dependencies.require(object, key, source.revision());
    Target target = targets.require(object, key);
    var now = new Memory.Now(object, target, source.tree(), ingredients.digest(object));
    if (memory.isUnchanged(key, now) && health.isHealthyNow(object, target, memory.applied(key))) {
      progress.reach(attempt -> memory.recall(key, attempt));
      return End.UNCHANGED;
    }
    boolean drift = memory.wantedTheSame(key, now);
    Rendering.Desired desired = rendering.render(object, source.tree(), ingredients.gather(object));
    return put(new Rollout.Work(object, key, target, desired, drift), progress, run);
  }

  private End put(Rollout.Work work, Progress progress, Run run) throws InterruptedException {
    Kustomization object = work.object();
    progress.reach(attempt -> attempt.rendered(work.desired().digest()));
    Optional<ChangeSet> changes = rollout.apply(work, progress, run);
    if (changes.isEmpty()) {
      return End.SUPERSEDED;
    }
    pruning.prune(object, work.target(), work.desired(), progress);
    Set<ObjectId> applied = Rollout.applied(changes.get());
    applied.remove(object.id()); // it is not ready before this run has ended

    memory.remember(work.key(), object, work.target(), work.desired(), applied);
    boolean changed = changes.get().hasChanges();
    return health.await(object, work.target(), applied, changed, progress, run);
  }

  /// Drops all that was kept of a Kustomization.
  void forget(Key key) {
    memory.forget(key);
    journal.forget(key.namespace(), key.name());
    dependencies.forget(key);
    targets.release(key);
    ingredients.forget(key.namespace(), key.name());
  }
}
