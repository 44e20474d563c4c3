package dev.levada.core.helm.postrender;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Sequence;
import java.util.List;
import java.util.Map;

/// One step that changes rendered objects (flux-api.md section 1.9).
public sealed interface PostRenderer {

  /// The objects as they are after this step.
  ///
  /// @param objects those before; may be changed
  List<Manifest> apply(List<Manifest> objects);

  /// Patches and images, as a kustomization has them.
  ///
  /// @param patches entries of `patches`
  /// @param images entries of `images`
  record Kustomize(Sequence patches, Sequence images) implements PostRenderer {

    @Override
    public List<Manifest> apply(List<Manifest> objects) {
      return KustomizeStep.apply(objects, patches, images);
    }
  }

  /// Labels and annotations for every object; they replace what the chart says.
  ///
  /// @param labels labels
  /// @param annotations annotations
  record CommonMetadata(Map<String, String> labels, Map<String, String> annotations)
      implements PostRenderer {

    /// The labels that tell which HelmRelease an object comes from.
    public static CommonMetadata origin(String name, String namespace) {
      return new CommonMetadata(
          Map.of(
              "helm.toolkit.fluxcd.io/name", name, "helm.toolkit.fluxcd.io/namespace", namespace),
          Map.of());
    }

    /// Takes over copies.
    public CommonMetadata {
      labels = Map.copyOf(labels);
      annotations = Map.copyOf(annotations);
    }

    @Override
    public List<Manifest> apply(List<Manifest> objects) {
      for (Manifest object : objects) {
        put(object.root(), "labels", labels);
        put(object.root(), "annotations", annotations);
      }
      return objects;
    }

    private static void put(Mapping root, String field, Map<String, String> texts) {
      if (!texts.isEmpty()) {
        Mapping into = root.child("metadata").child(field);
        texts.forEach(into::put);
      }
    }
  }
}
