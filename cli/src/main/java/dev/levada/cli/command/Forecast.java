package dev.levada.cli.command;

import dev.levada.api.Kustomization;
import dev.levada.cli.build.FetchedOnDemand;
import dev.levada.cli.build.LocalFolder;
import dev.levada.cli.surroundings.Cluster;
import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.cluster.apply.Planner;
import dev.levada.core.failure.FailureException;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.plan.Plan;
import dev.levada.core.plan.hint.Owner;
import dev.levada.core.plan.inventory.Inventory;
import dev.levada.operator.desired.ObjectTerms;
import dev.levada.operator.desired.Rendering;
import dev.levada.operator.ingredient.Gathered;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a Kustomization would do to the cluster that its objects go to, with the engine's own steps
/// up to the first write.
///
/// @param cluster where the Kustomization is
/// @param manifest the Kustomization
record Forecast(Cluster cluster, Manifest manifest) {

  /// What is to be rendered.
  ///
  /// @param folder a folder on disk that stands for the Kustomization's; null for a revision
  /// @param to a revision of its source; null for a folder
  /// @param from a revision that only the way from there counts; null for what was applied
  record Asked(@Nullable Path folder, @Nullable String to, @Nullable String from) {}

  Plan plan(Asked asked) {
    try (var remotes = new FetchedOnDemand();
        var trees = new RevisionTrees(cluster)) {
      Kustomization object = Kustomization.of(manifest);
      Gathered gathered = cluster.gather(object);
      var rendering = new Rendering(remotes);
      Rendering.Desired wanted =
          asked.folder() == null
              ? at(rendering, trees, gathered, object, String.valueOf(asked.to()))
              : in(rendering, gathered, LocalFolder.of(asked.folder()));
      Move move =
          asked.from() == null
              ? Move.all(wanted, Inventory.read(object.status().get("inventory")))
              : Move.between(at(rendering, trees, gathered, object, asked.from()), wanted);
      return plan(object, move);
    } catch (FailureException e) {
      throw new CommandFailure(e.failure().message(), e.failure().fix(), e);
    }
  }

  private static Rendering.Desired at(
      Rendering rendering,
      RevisionTrees trees,
      Gathered gathered,
      Kustomization object,
      String revision) {
    return rendering.render(object, trees.at(object, revision), gathered);
  }

  private Rendering.Desired in(Rendering rendering, Gathered gathered, LocalFolder folder) {
    Manifest local = manifest.copy();
    local.root().child("spec").put("path", "./" + folder.path());
    return rendering.render(Kustomization.of(local), folder.tree(), gathered);
  }

  private Plan plan(Kustomization object, Move move) {
    var intent =
        new Planner.Intent(
            move.desired(),
            move.left(),
            new Owner(object.metadata().name(), object.metadata().namespace()),
            object.spec().prune(),
            ObjectTerms.of(object),
            Set.of());
    Optional<Cluster> elsewhere = cluster.destination(object);
    if (elsewhere.isEmpty()) {
      return cluster.plan(intent);
    }
    try (Cluster other = elsewhere.get()) {
      return other.plan(intent);
    }
  }
}
