package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.tree.TreePath;
import java.util.List;

/// Notes where each object comes from and what changed it, where `buildMetadata` of the top
/// kustomization asks for it (kustomize.md section 18).
///
/// @param top the folder that is built; paths are told from there
/// @param origins whether origins are told
/// @param transformations whether transformers are told
/// @param kept whether both are noted at all, be they told or not
record Provenance(TreePath top, boolean origins, boolean transformations, boolean kept) {

  static final String ORIGIN = "config.kubernetes.io/origin";
  static final String TRANSFORMATIONS = "alpha.config.kubernetes.io/transformations";

  /// What makes or changes objects.
  ///
  /// @param configuredIn the file that says so
  /// @param kind its kind
  /// @param name its name, and
  /// @param namespace its namespace as a plugin; empty for a field of the kustomization
  record Doer(TreePath configuredIn, String kind, String name, String namespace) {

    static Doer field(TreePath configuredIn, String kind) {
      return new Doer(configuredIn, kind, "", "");
    }
  }

  static Provenance of(TreePath top, List<String> buildMetadata) {
    return new Provenance(
        top,
        buildMetadata.contains("originAnnotations"),
        buildMetadata.contains("transformerAnnotations"),
        !buildMetadata.isEmpty());
  }

  void read(Resource resource, TreePath file) {
    if (kept && resource.origin().isEmpty()) {
      resource.setOrigin("path: " + relative(file) + "\n");
    }
  }

  void generated(Resource resource, Doer by) {
    if (kept && resource.origin().isEmpty()) {
      resource.setOrigin(configured(by, ""));
    }
  }

  void transformed(ResourceList resources, Doer by) {
    String entry = "- " + configured(by, "  ");
    for (Resource resource : resources) {
      // An object of which nothing is known any more counts as made by what changed it.
      if (resource.wasForgotten()) {
        generated(resource, by);
      } else if (kept) {
        resource.addTransformation(entry);
        // To add to a note makes texts of all annotations.
        FinishedObject.makeTexts(resource.root().mappingAt("metadata", "annotations"));
      }
    }
  }

  private String configured(Doer by, String indent) {
    return "configuredIn: "
        + relative(by.configuredIn())
        + "\n"
        + indent
        + "configuredBy:\n"
        + indent
        + "  apiVersion: builtin\n"
        + indent
        + "  kind: "
        + by.kind()
        + "\n"
        + (by.name().isEmpty() ? "" : indent + "  name: " + by.name() + "\n")
        + (by.namespace().isEmpty() ? "" : indent + "  namespace: " + by.namespace() + "\n");
  }

  private String relative(TreePath path) {
    List<String> from = top.names();
    List<String> to = path.names();
    int common = 0;
    while (common < Math.min(from.size(), to.size()) && from.get(common).equals(to.get(common))) {
      common++;
    }
    return "../".repeat(from.size() - common) + String.join("/", to.subList(common, to.size()));
  }

  /// Writes what was asked for of what is known about an object into its annotations.
  void tell(Resource resource, Mapping root) {
    annotate(
        root, origins ? resource.origin() : "", transformations ? resource.transformations() : "");
  }

  /// Writes all that is known about an object into its annotations.
  static void annotate(Resource resource, Mapping root) {
    annotate(root, resource.origin(), resource.transformations());
  }

  private static void annotate(Mapping root, String origin, String transformations) {
    if (!origin.isEmpty() || !transformations.isEmpty()) {
      Mapping annotations = root.child("metadata").child("annotations");
      put(annotations, ORIGIN, origin);
      put(annotations, TRANSFORMATIONS, transformations);
    }
  }

  private static void put(Mapping annotations, String key, String text) {
    if (!text.isEmpty()) {
      annotations.put(key, new Scalar(Scalar.Kind.STRING, text, true));
    }
  }
}
