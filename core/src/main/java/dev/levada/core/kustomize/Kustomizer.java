package dev.levada.core.kustomize;

import dev.levada.core.kustomize.BuildOptions.Order;
import dev.levada.core.kustomize.Kustomization.SortEntry;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Builds a kustomization: `kustomize build` 5.8.1, as a function of a tree.
public final class Kustomizer {

  private static final PairsTransformer MANAGED_BY =
      new PairsTransformer(
          Map.of("app.kubernetes.io/managed-by", "kustomize-v5.8.1"),
          List.of(new FieldSpec("", "", "", List.of("metadata", "labels"), true)));

  private Kustomizer() {}

  /// Builds a folder.
  ///
  /// @param tree where everything is read from; nothing outside it is reached
  /// @param folder the folder with the kustomization file
  /// @throws BuildFailed where the kustomization cannot be built
  public static Build build(Tree tree, TreePath folder, BuildOptions options) {
    FolderBuild top =
        FolderBuild.top(Folder.top(tree, folder, options), options, new ArrayList<>());
    top.run();
    Accumulator all = top.result();
    all.run(new NameHashes());
    all.run(new NameReferences(all.specs()));
    all.run(
        new VariableExpansion(
            all.variables().entries(), all.specs().of(FieldSpecs.Topic.VAR_REFERENCE)));
    LocalObjects.drop(all.resources());
    if (top.kustomization().output().buildMetadata().contains("managedByLabel")) {
      all.run(MANAGED_BY);
    }
    var finished =
        sorted(all.resources(), top.kustomization().output().sorting(), options).stream()
            .map(resource -> FinishedObject.of(resource, all.whole().provenance()))
            .toList();
    return new Build(finished, all.whole().warnings());
  }

  private static List<Resource> sorted(
      ResourceList resources, SortEntry sorting, BuildOptions options) {
    if (!isLegacy(sorting, options)) {
      return resources.items();
    }
    resources.requireDistinct("SortOrderTransformer: Failed to append to resources: ");
    LegacyOrder order =
        sorting.hasLegacy()
            ? new LegacyOrder(sorting.first(), sorting.last())
            : LegacyOrder.DEFAULT;
    var sorted = new ArrayList<>(resources.items());
    sorted.sort(order);
    return sorted;
  }

  private static boolean isLegacy(SortEntry sorting, BuildOptions options) {
    return switch (sorting.order()) {
      case "legacy" -> true;
      case "fifo" -> {
        if (sorting.hasLegacy()) {
          throw new BuildFailed(
              "the field 'sortOptions.legacySortOptions' is set but the selected sort order is"
                  + " 'fifo', not 'legacy'",
              "Remove 'legacySortOptions', or set 'order: legacy'");
        }
        yield false;
      }
      case SortEntry.UNTOLD -> options.order() != Order.NONE;
      default ->
          throw new BuildFailed(
              "the field 'sortOptions.order' must be one of [fifo, legacy]",
              "Correct 'order: " + sorting.order() + "'");
    };
  }
}
