package dev.levada.operator.deploy;

import dev.levada.api.Kustomization;
import dev.levada.operator.ingredient.Gathered;
import dev.levada.operator.ingredient.Ingredients;
import dev.levada.operator.ingredient.Questions;
import dev.levada.operator.report.Finalizers;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.Run;
import dev.levada.operator.source.SourceShelf;

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
  private final Rendering rendering;
  private final Rollout rollout;
  private final Pruning pruning;
  private final HealthWait health;
  private final Memory memory;

  /// The steps, in order.
  public Deployment(
      Finalizers finalizers,
      Sources sources,
      Dependencies dependencies,
      Questions questions,
      Ingredients ingredients,
      Rendering rendering,
      Rollout rollout,
      Pruning pruning,
      HealthWait health,
      Memory memory) {
    this.finalizers = finalizers;
    this.sources = sources;
    this.dependencies = dependencies;
    this.questions = questions;
    this.ingredients = ingredients;
    this.rendering = rendering;
    this.rollout = rollout;
    this.pruning = pruning;
    this.health = health;
    this.memory = memory;
  }

  /// Runs the steps.
  End deploy(Kustomization object, Key key, Progress progress, Run run)
      throws InterruptedException {
    UnbuiltFields.refuse(object);
    questions.health(object);
    finalizers.add(object.metadata());
    SourceShelf.Shelved source = sources.require(object);
    progress.reach(attempt -> attempt.at(source.revision()));
    dependencies.require(object, source.revision());
    Gathered ingredients = this.ingredients.gather(object);
    if (memory.isUnchanged(key, object, source.tree(), ingredients)
        && health.isHealthyNow(object, memory.ids(key))) {
      progress.reach(attempt -> memory.recall(key, attempt));
      return End.UNCHANGED;
    }
    return put(object, key, rendering.render(object, source, ingredients), progress, run);
  }

  private End put(
      Kustomization object, Key key, Rendering.Desired desired, Progress progress, Run run)
      throws InterruptedException {
    progress.reach(attempt -> attempt.rendered(desired.digest()));
    if (rollout.apply(object, key, desired, progress, run) == End.SUPERSEDED) {
      return End.SUPERSEDED;
    }
    pruning.prune(object, desired, progress);
    memory.remember(key, object, desired);
    return health.await(object, desired.ids(), progress, run);
  }

  /// Drops all that was kept of a Kustomization.
  void forget(Key key) {
    memory.forget(key);
    rollout.forget(key);
  }
}
