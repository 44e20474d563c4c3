package dev.levada.core.kustomize;

import dev.levada.core.kustomize.FieldSpecs.Topic;
import java.util.ArrayList;
import java.util.List;

/// A kustomization's transformers in the order in which kustomize runs them.
record Transformers(Folder folder, Kustomization.Edits edits, FieldSpecs specs) {

  List<Transformer> inOrder() {
    var all = new ArrayList<Transformer>();
    edits.strategicMerges().forEach(text -> all.add(Patches.strategicMerge(text, folder)));
    edits.patches().forEach(entry -> all.add(Patches.patch(entry, folder)));
    addNames(all);
    addPairs(all);
    edits.jsonPatches().forEach(entry -> all.add(Patches.jsonPatch(entry, folder)));
    edits
        .replicas()
        .forEach(entry -> all.add(new ReplicaTransformer(entry, specs.of(Topic.REPLICAS))));
    edits.images().forEach(entry -> all.add(new ImageTransformer(entry, specs.of(Topic.IMAGES))));
    if (!edits.replacements().isEmpty()) {
      all.add(Replacements.of(edits.replacements(), folder));
    }
    return all;
  }

  private void addNames(List<Transformer> all) {
    if (!edits.namespace().isEmpty()) {
      all.add(
          new NamespaceTransformer(
              edits.namespace(),
              specs.of(Topic.NAMESPACE),
              NamespaceTransformer.Subjects.DEFAULT_ONLY,
              false));
    }
    if (!edits.namePrefix().isEmpty()) {
      all.add(new NameTransformer(edits.namePrefix(), "", specs.of(Topic.NAME_PREFIX)));
    }
    if (!edits.nameSuffix().isEmpty()) {
      all.add(new NameTransformer("", edits.nameSuffix(), specs.of(Topic.NAME_SUFFIX)));
    }
  }

  private void addPairs(List<Transformer> all) {
    for (Kustomization.LabelEntry entry : edits.labels()) {
      all.add(new PairsTransformer(entry.pairs(), labelSpecs(entry)));
    }
    if (!edits.commonLabels().isEmpty()) {
      all.add(new PairsTransformer(edits.commonLabels(), specs.of(Topic.COMMON_LABELS)));
    }
    if (!edits.commonAnnotations().isEmpty()) {
      all.add(new PairsTransformer(edits.commonAnnotations(), specs.of(Topic.COMMON_ANNOTATIONS)));
    }
  }

  private List<FieldSpec> labelSpecs(Kustomization.LabelEntry entry) {
    List<FieldSpec> own = FieldSpecs.join(entry.fields(), specs.of(Topic.LABELS));
    if (entry.selectors()) {
      return FieldSpecs.join(own, specs.of(Topic.COMMON_LABELS));
    }
    List<FieldSpec> templates =
        entry.templates() ? FieldSpecs.join(own, specs.of(Topic.TEMPLATE_LABELS)) : own;
    return FieldSpecs.join(
        templates, List.of(new FieldSpec("", "", "", List.of("metadata", "labels"), true)));
  }
}
