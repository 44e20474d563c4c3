package dev.levada.core.kustomize;

import java.util.List;
import java.util.Set;

/// Refuses what a kustomization may say but this build does not do yet: an output that silently
/// lacks something would be worse than none.
final class Unsupported {

  private static final Set<String> ANNOTATING =
      Set.of("originAnnotations", "transformerAnnotations");

  private Unsupported() {}

  static void refuse(Kustomization kustomization, Folder folder) {
    List<String> metadata = kustomization.output().buildMetadata();
    refuse(
        !kustomization.inputs().crds().isEmpty(),
        "crds",
        "Write the same as 'configurations'",
        folder);
    refuse(
        !kustomization.inputs().openapi().isEmpty(),
        "openapi",
        "Use JSON patches for lists of custom resources",
        folder);
    refuse(
        metadata.stream().anyMatch(ANNOTATING::contains),
        "buildMetadata " + metadata,
        "Remove the entries other than managedByLabel",
        folder);
    refuse(
        !kustomization.edits().validators().isEmpty(),
        "validators",
        "Remove 'validators' from the kustomization",
        folder);
  }

  private static void refuse(boolean used, String field, String fix, Folder folder) {
    if (used) {
      throw new BuildFailed(
          "field '" + field + "' in the kustomization of '" + folder.root() + "' is not supported",
          fix);
    }
  }
}
