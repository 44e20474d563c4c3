package dev.levada.cluster.apply;

import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.Change;
import dev.levada.core.plan.Entry;
import dev.levada.core.plan.Plan;
import dev.levada.core.plan.Stage;
import dev.levada.core.plan.Stages;
import dev.levada.core.plan.fields.GroupKind;
import dev.levada.core.plan.hint.Owner;
import dev.levada.core.plan.inventory.Inventory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out what a deployment would do, and does nothing: the server is asked by dry runs, with
/// the same steps by which the engine applies and prunes.
public final class Planner {

  private final Trial trial;
  private final Pruner pruner;
  private final ApplyRules rules;

  /// @param client the cluster, as the account that would apply
  /// @param discovery which kinds there are
  /// @param rules as which manager, and how; they must be read-only
  public Planner(KubeClient client, Discovery discovery, ApplyRules rules) {
    this.trial = new Trial(client, discovery, Seen.NOTHING, new Settled(), rules);
    this.pruner = new Pruner(client, discovery, new Settled());
    this.rules = rules;
  }

  /// What is to be planned.
  ///
  /// @param desired the objects as they will be sent
  /// @param before what was applied before
  /// @param owner whose they are
  /// @param prune whether what left is deleted
  /// @param terms what the user has laid down for all objects
  /// @param customStages kinds that are applied before the rest
  public record Intent(
      List<Manifest> desired,
      Inventory before,
      Owner owner,
      boolean prune,
      Terms terms,
      Set<GroupKind> customStages) {}

  /// The plan.
  public Plan plan(Intent intent) throws InterruptedException {
    var coming = new Coming();
    var stages = new ArrayList<Plan.Planned>();
    for (Stage stage : Stages.of(intent.desired(), intent.customStages())) {
      stages.add(plan(stage, intent.terms(), coming));
    }
    Inventory stale = intent.before().minus(Inventory.of(intent.desired()));
    List<Entry> leaving =
        intent.prune()
            ? pruner.preview(stale, intent.owner()).entries()
            : stale
                .ids()
                .map(id -> new Entry(id, new Change.Skipped("spec.prune is false")))
                .toList();
    return new Plan(stages, leaving);
  }

  private Plan.Planned plan(Stage stage, Terms terms, Coming coming) throws InterruptedException {
    List<Manifest> manifests = stage.manifests();
    List<Step> steps =
        Parallel.map(
            terms.wanted(stage), rules.parallel(), wanted -> trial.judge(wanted, terms.force()));
    for (int i = 0; i < manifests.size(); i++) {
      if (steps.get(i) instanceof Step.Create) {
        coming.add(manifests.get(i));
      }
    }
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < manifests.size(); i++) {
      Manifest manifest = manifests.get(i);
      entries.add(new Entry(manifest.id(), change(manifest, steps.get(i), coming)));
    }
    return new Plan.Planned(stage.kind(), entries);
  }

  private static Change change(Manifest desired, Step step, Coming coming) {
    return switch (step) {
      case Step.Leave leave -> leave.change();
      case Step.Create _, Step.Attempt _ -> new Change.Created();
      case Step.Configure configure -> new Change.Configured(configure.changes(), configure.by());
      case Step.Replace replace -> new Change.Replaced(replace.why());
      case Step.Refuse refuse ->
          coming
              .neededBy(desired)
              .<Change>map(Change.Untried::new)
              .orElseGet(() -> new Change.Refused(refuse.message(), refuse.fix()));
    };
  }

  /// Namespaces and definitions that the plan itself will create: what needs them cannot be tried
  /// before.
  private static final class Coming {

    private final Set<ObjectId> namespaces = new HashSet<>();
    private final List<Manifest> definitions = new ArrayList<>();

    void add(Manifest created) {
      if (created.kind().equals("Namespace")) {
        namespaces.add(created.id());
      } else if (created.kind().equals("CustomResourceDefinition")) {
        definitions.add(created);
      }
    }

    Optional<ObjectId> neededBy(Manifest manifest) {
      var namespace = new ObjectId("", "Namespace", "", manifest.namespace());
      if (namespaces.contains(namespace)) {
        return Optional.of(namespace);
      }
      return definitions.stream()
          .filter(definition -> defines(definition.root().mappingAt("spec"), manifest))
          .map(Manifest::id)
          .findFirst();
    }

    private static boolean defines(Mapping spec, Manifest manifest) {
      return spec.textAt("group").equals(manifest.type().group())
          && spec.textAt("names", "kind").equals(manifest.kind());
    }
  }
}
