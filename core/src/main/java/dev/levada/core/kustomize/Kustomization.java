package dev.levada.core.kustomize;

import java.util.List;
import java.util.Map;

/// A kustomization file, read.
///
/// @param isComponent whether its kind is Component
/// @param inputs what it takes in
/// @param generators the objects it makes
/// @param edits what it changes
/// @param output how it wants the result to look
record Kustomization(
    boolean isComponent, Inputs inputs, Generators generators, Edits edits, Output output) {

  /// What a kustomization takes in.
  record Inputs(
      List<String> resources,
      List<String> components,
      List<String> crds,
      List<String> configurations,
      Map<String, String> openapi) {}

  /// The objects that a kustomization makes.
  record Generators(
      List<GeneratorEntry> configMaps,
      List<GeneratorEntry> secrets,
      GeneratorEntry.Options options,
      List<ChartEntry> charts,
      List<String> plugins) {}

  /// What a kustomization changes.
  record Edits(
      String namespace,
      String namePrefix,
      String nameSuffix,
      List<LabelEntry> labels,
      Map<String, String> commonLabels,
      Map<String, String> commonAnnotations,
      List<PatchEntry> patches,
      List<String> strategicMerges,
      List<PatchEntry> jsonPatches,
      List<ReplicaEntry> replicas,
      List<ImageEntry> images,
      List<ReplacementEntry> replacements,
      List<String> transformers,
      List<String> validators,
      List<VariableEntry> variables) {}

  /// How a kustomization wants the result to look.
  record Output(List<String> buildMetadata, SortEntry sorting) {}

  /// An entry of `labels`.
  record LabelEntry(
      Map<String, String> pairs, boolean selectors, boolean templates, List<FieldSpec> fields) {}

  /// An entry of `replicas`.
  record ReplicaEntry(String name, long count) {}

  /// An entry of `images`.
  record ImageEntry(String name, String newName, String newTag, String digest, String tagSuffix) {}

  /// The field `sortOptions`.
  record SortEntry(String order, List<String> first, List<String> last, boolean hasLegacy) {

    /// What is not an order, as an empty one is not.
    static final String UNTOLD = "(untold)";

    static final SortEntry NONE = new SortEntry(UNTOLD, List.of(), List.of(), false);
  }
}
