package dev.levada.core.kustomize;

import dev.levada.core.manifest.Manifest;
import java.util.List;

/// What a kustomization became.
///
/// @param manifests the objects in output order
/// @param warnings one line for each deprecated field that was used
public record Build(List<Manifest> manifests, List<String> warnings) {

  /// Takes over copies of the lists.
  public Build {
    manifests = List.copyOf(manifests);
    warnings = List.copyOf(warnings);
  }
}
