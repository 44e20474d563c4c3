package dev.levada.cli.read;

import dev.levada.api.Kustomization;
import dev.levada.cli.lookup.FluxKind;
import dev.levada.cli.print.Branch;
import dev.levada.cli.surroundings.Cluster;
import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.health.Health;
import dev.levada.core.health.HealthRules;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.inventory.Inventory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Follows the inventories from one Kustomization down (flux-api §3.3, `tree`).
final class TreeWalk {

  private final Cluster cluster;
  private final boolean compact;
  private final Optional<HealthQuestions> health;
  private final Set<ObjectId> seen = new HashSet<>();

  /// @param cluster where the objects are
  /// @param compact whether to leave out all but Flux's and Levada's own kinds
  /// @param health whether to ask how each object does
  TreeWalk(Cluster cluster, boolean compact, boolean health) {
    this.cluster = cluster;
    this.compact = compact;
    this.health = health ? Optional.of(new HealthQuestions(cluster)) : Optional.empty();
  }

  /// The tree below a Kustomization.
  Branch from(Manifest root) {
    return kustomization(root, health.map(_ -> HealthRules.of(root)));
  }

  private Branch kustomization(Manifest live, Optional<Health> verdict) {
    String version = live.type().version();
    if (!seen.add(live.id())) {
      return new Branch(live.id(), version, verdict, "", List.of());
    }
    if (!live.root().mappingAt("spec", "kubeConfig").isEmpty()) {
      String note = "applied to another cluster, which is not asked";
      return new Branch(live.id(), version, verdict, note, List.of());
    }
    List<Inventory.Item> items =
        inventory(live).items().stream()
            .filter(item -> !compact || isOurs(item.id().group()))
            .toList();
    Map<Inventory.Item, Health> verdicts = health.map(asked -> asked.of(items)).orElse(Map.of());
    var branches = new ArrayList<Branch>();
    for (Inventory.Item item : items) {
      branches.add(branch(item, Optional.ofNullable(verdicts.get(item))));
    }
    return new Branch(live.id(), version, verdict, note(live), branches);
  }

  private Branch branch(Inventory.Item item, Optional<Health> verdict) {
    var leaf = new Branch(item.id(), item.version(), verdict, "", List.of());
    if (!isKustomization(item.id()) || seen.contains(item.id())) {
      return leaf;
    }
    return cluster
        .find(FluxKind.KUSTOMIZATION.resource(), item.id().namespace(), item.id().name())
        .map(live -> kustomization(live, verdict))
        .orElse(absent(item, verdict));
  }

  private static Branch absent(Inventory.Item item, Optional<Health> verdict) {
    String note = verdict.isEmpty() ? "does not exist" : "";
    return new Branch(item.id(), item.version(), verdict, note, List.of());
  }

  private static Inventory inventory(Manifest live) {
    try {
      return Inventory.read(live.root().at("status", "inventory"));
    } catch (FailureException e) {
      throw new CommandFailure(
          live.id().subject() + ": " + e.failure().message(), e.failure().fix(), e);
    }
  }

  private static String note(Manifest live) {
    return live.root().sequenceAt("status", "inventory", "entries").size() == 0
        ? "has applied nothing yet"
        : "";
  }

  private static boolean isKustomization(ObjectId id) {
    GroupVersionKind type = Kustomization.TYPE;
    return id.group().equals(type.group()) && id.kind().equals(type.kind());
  }

  private static boolean isOurs(String group) {
    return group.endsWith(".fluxcd.io")
        || group.equals("fluxcd.controlplane.io")
        || group.equals("levada.dev");
  }
}
