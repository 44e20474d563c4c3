package dev.levada.core.kustomize;

import dev.levada.core.kustomize.FieldSpecs.Topic;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.manifest.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// A kustomization's transformers in the order in which kustomize runs them.
record Transformers(Folder folder, Kustomization.Edits edits, FieldSpecs specs, Schemas schemas) {

  private static final List<FieldSpec> EVERYWHERE =
      List.of(new FieldSpec("", "", "", List.of("metadata", "labels"), true));

  /// A transformer and the kind under which kustomize knows it.
  record Step(String kind, Transformer transformer) {}

  List<Step> inOrder() {
    var all = new ArrayList<Step>();
    var patches = new Patches(folder, schemas);
    if (!edits.strategicMerges().isEmpty()) {
      all.add(
          configured(
              "PatchStrategicMergeTransformer",
              new Mapping()
                  .put(
                      "paths",
                      new Sequence(edits.strategicMerges().stream().map(Scalar::of).toList())),
              () ->
                  Transformer.chain(
                      edits.strategicMerges().stream().map(patches::strategicMerge).toList())));
    }
    edits
        .patches()
        .forEach(entry ->
            all.add(configured("PatchTransformer", entry.written(), () -> patches.patch(entry))));
    addNames(all);
    addPairs(all);
    edits
        .jsonPatches()
        .forEach(entry ->
            all.add(
                configured(
                    "PatchJson6902Transformer",
                    entry.asJsonPatch(),
                    () -> patches.namedJsonPatch(entry))));
    edits
        .replicas()
        .forEach(entry ->
            all.add(
                new Step(
                    "ReplicaCountTransformer",
                    new ReplicaTransformer(entry, specs.of(Topic.REPLICAS)))));
    edits
        .images()
        .forEach(entry ->
            all.add(
                new Step(
                    "ImageTagTransformer", new ImageTransformer(entry, specs.of(Topic.IMAGES)))));
    addReplacements(all);
    return all;
  }

  /// A step whose failure to be set up shows its configuration.
  private static Step configured(String kind, Mapping written, Supplier<Transformer> made) {
    try {
      return new Step(kind, made.get());
    } catch (BuildFailed e) {
      throw e.within(
          "trouble configuring builtin "
              + kind
              + " with config: `\n"
              + YamlWriter.text(written)
              + "`: ");
    }
  }

  private void addReplacements(List<Step> all) {
    if (!edits.replacements().isEmpty()) {
      all.add(
          configured(
              "ReplacementTransformer",
              new Mapping().put("Replacements", Replacements.written(edits.replacements())),
              () -> Replacements.of(edits.replacements(), folder)));
    }
  }

  private void addNames(List<Step> all) {
    if (!edits.namespace().isEmpty()) {
      all.add(
          new Step(
              "NamespaceTransformer",
              new NamespaceTransformer(
                  edits.namespace(),
                  specs.of(Topic.NAMESPACE),
                  NamespaceTransformer.Subjects.DEFAULT_ONLY,
                  false)));
    }
    if (!edits.namePrefix().isEmpty()) {
      all.add(
          new Step(
              "PrefixTransformer",
              new NameTransformer(edits.namePrefix(), "", specs.of(Topic.NAME_PREFIX))));
    }
    if (!edits.nameSuffix().isEmpty()) {
      all.add(
          new Step(
              "SuffixTransformer",
              new NameTransformer("", edits.nameSuffix(), specs.of(Topic.NAME_SUFFIX))));
    }
  }

  private void addPairs(List<Step> all) {
    for (Kustomization.LabelEntry entry : edits.labels()) {
      all.add(new Step("LabelTransformer", new PairsTransformer(entry.pairs(), labelSpecs(entry))));
    }
    if (!edits.labels().isEmpty() || !edits.commonLabels().isEmpty()) {
      all.add(
          new Step(
              "LabelTransformer",
              new PairsTransformer(edits.commonLabels(), specs.of(Topic.COMMON_LABELS))));
    }
    if (!edits.commonAnnotations().isEmpty()) {
      all.add(
          new Step(
              "AnnotationsTransformer",
              new PairsTransformer(edits.commonAnnotations(), specs.of(Topic.COMMON_ANNOTATIONS))));
    }
  }

  private List<FieldSpec> labelSpecs(Kustomization.LabelEntry entry) {
    List<FieldSpec> own = join("labels", entry.fields(), specs.of(Topic.LABELS));
    if (entry.selectors()) {
      return join("labels", own, specs.of(Topic.COMMON_LABELS));
    }
    List<FieldSpec> templates =
        entry.templates() ? join("template fieldSpec", own, specs.of(Topic.TEMPLATE_LABELS)) : own;
    return join("labels", templates, EVERYWHERE);
  }

  private static List<FieldSpec> join(String what, List<FieldSpec> some, List<FieldSpec> more) {
    try {
      return FieldSpecs.join(some, more);
    } catch (BuildFailed e) {
      throw e.within("failed to merge " + what + ": ");
    }
  }
}
