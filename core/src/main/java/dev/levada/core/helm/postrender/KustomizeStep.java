package dev.levada.core.helm.postrender;

import dev.levada.core.kustomize.BuildFailed;
import dev.levada.core.kustomize.BuildOptions;
import dev.levada.core.kustomize.Kustomizer;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.manifest.YamlWriter;
import dev.levada.core.tree.MemoryTree;
import dev.levada.core.tree.TreePath;
import java.util.List;
import java.util.Map;

/// Builds a kustomization over the objects.
final class KustomizeStep {

  private static final String OBJECTS = "objects.yaml";

  private KustomizeStep() {}

  static List<Manifest> apply(List<Manifest> objects, Sequence patches, Sequence images) {
    Mapping kustomization =
        new Mapping()
            .put("apiVersion", "kustomize.config.k8s.io/v1beta1")
            .put("kind", "Kustomization")
            .put("resources", new Sequence(List.of(Scalar.of(OBJECTS))))
            .put("patches", patches.copy())
            .put("images", images.copy());
    var tree =
        MemoryTree.ofTexts(
            Map.of(
                "kustomization.yaml",
                YamlWriter.text(kustomization),
                OBJECTS,
                YamlWriter.stream(objects)));
    try {
      return Kustomizer.build(
              tree,
              TreePath.ROOT,
              new BuildOptions(BuildOptions.Order.NONE, BuildOptions.Restriction.ROOT_ONLY))
          .manifests();
    } catch (BuildFailed e) {
      throw new PostRenderFailed(String.valueOf(e.getMessage()), e.fix());
    }
  }
}
