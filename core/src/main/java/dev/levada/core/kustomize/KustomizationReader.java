package dev.levada.core.kustomize;

import dev.levada.core.kustomize.Kustomization.ImageEntry;
import dev.levada.core.kustomize.Kustomization.LabelEntry;
import dev.levada.core.kustomize.Kustomization.ReplicaEntry;
import dev.levada.core.kustomize.Kustomization.SortEntry;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a kustomization file's fields (kustomize.md sections 3 and 6).
final class KustomizationReader {

  private static final String BETA = "kustomize.config.k8s.io/v1beta1";
  private static final String ALPHA = "kustomize.config.k8s.io/v1alpha1";
  private static final Set<String> TYPE_FIELDS = Set.of("apiVersion", "kind", "metadata");

  private static final Map<String, String> DEPRECATED =
      Map.of(
          "bases", "'bases' is deprecated. Please use 'resources' instead.",
          "commonLabels", "'commonLabels' is deprecated. Please use 'labels' instead.",
          "imageTags", "'imageTags' is deprecated. Please use 'images' instead.",
          "patchesJson6902", "'patchesJson6902' is deprecated. Please use 'patches' instead.",
          "patchesStrategicMerge",
              "'patchesStrategicMerge' is deprecated. Please use 'patches' instead.",
          "vars", "'vars' is deprecated. Please use 'replacements' instead.");

  private KustomizationReader() {}

  /// @param folder how messages name the kustomization's folder
  static Kustomization read(Mapping file, String folder) {
    TypedKustomization read = typed(file);
    if (isEmpty(file)) {
      throw new BuildFailed(
          "kustomization.yaml is empty",
          "In '" + folder + "': list at least one resource, or write 'resources: []'");
    }
    read.wrongType()
        .ifPresent(wrong -> {
          throw wrong.within("Failed to read kustomization file under " + folder + ":\n");
        });
    return read.kustomization();
  }

  private static TypedKustomization typed(Mapping file) {
    try {
      return Fields.all(file, "Kustomization", KustomizationReader::read);
    } catch (BuildFailed e) {
      throw String.valueOf(e.getMessage()).startsWith("json: ")
          ? e.within("invalid Kustomization: ")
          : e;
    }
  }

  private static boolean isEmpty(Mapping file) {
    return file.entries().entrySet().stream()
        .allMatch(field ->
            TYPE_FIELDS.contains(field.getKey())
                || (field.getValue() instanceof Scalar scalar && scalar.isNull()));
  }

  /// One line for each deprecated field of a file.
  static List<String> warnings(Mapping file) {
    return DEPRECATED.keySet().stream()
        .filter(file::has)
        .sorted()
        .map(field -> "Warning: " + DEPRECATED.get(field))
        .toList();
  }

  /// A kustomization, and what is wrong with its kind or version; that matters only once all else
  /// is of the right type.
  private record TypedKustomization(Kustomization kustomization, Optional<BuildFailed> wrongType) {}

  private static TypedKustomization read(Fields fields) {
    String kind = fields.text("kind");
    String apiVersion = fields.text("apiVersion");
    fields.struct("metadata", KustomizationReader::metadata);
    var kustomization =
        new Kustomization(
            kind.equals("Component"),
            inputs(fields),
            generators(fields),
            edits(fields),
            output(fields));
    return new TypedKustomization(kustomization, wrongType(kind, apiVersion));
  }

  private static Optional<BuildFailed> wrongType(String kind, String apiVersion) {
    boolean isComponent = kind.equals("Component");
    if (!isComponent && !kind.isEmpty() && !kind.equals("Kustomization")) {
      return Optional.of(
          new BuildFailed(
              "kind should be Kustomization or Component", "Correct 'kind: " + kind + "'"));
    }
    String wanted = isComponent ? ALPHA : BETA;
    if (apiVersion.isEmpty() || apiVersion.equals(wanted)) {
      return Optional.empty();
    }
    return Optional.of(
        new BuildFailed(
            "apiVersion for "
                + (isComponent ? "Component" : "Kustomization")
                + " should be "
                + wanted,
            "Correct 'apiVersion: " + apiVersion + "'"));
  }

  /// Metadata changes nothing, yet its types count.
  private static String metadata(Fields fields) {
    fields.pairs("labels");
    fields.pairs("annotations");
    fields.text("namespace");
    return fields.text("name");
  }

  private static Kustomization.Inputs inputs(Fields fields) {
    var resources = new ArrayList<>(fields.texts("resources"));
    resources.addAll(fields.texts("bases"));
    return new Kustomization.Inputs(
        resources,
        fields.texts("components"),
        fields.texts("crds"),
        fields.texts("configurations"),
        fields.pairs("openapi"));
  }

  private static Kustomization.Generators generators(Fields fields) {
    GeneratorEntry.Options options =
        fields.struct("generatorOptions", GeneratorEntry.Options::read);
    return new Kustomization.Generators(
        fields.list("configMapGenerator", GeneratorEntry::configMap),
        fields.list("secretGenerator", GeneratorEntry::secret),
        options == null ? GeneratorEntry.Options.NONE : options,
        ChartEntry.read(fields),
        fields.texts("generators"));
  }

  private static Kustomization.Edits edits(Fields fields) {
    var images = new ArrayList<>(fields.list("images", KustomizationReader::image));
    images.addAll(fields.list("imageTags", KustomizationReader::image));
    return new Kustomization.Edits(
        fields.text("namespace"),
        fields.text("namePrefix"),
        fields.text("nameSuffix"),
        fields.list("labels", KustomizationReader::label),
        fields.pairs("commonLabels"),
        fields.pairs("commonAnnotations"),
        fields.list("patches", PatchEntry::read),
        fields.texts("patchesStrategicMerge", "types.PatchStrategicMerge"),
        fields.list("patchesJson6902", PatchEntry::read),
        fields.list(
            "replicas", entry -> new ReplicaEntry(entry.text("name"), entry.number("count"))),
        images,
        fields.list("replacements", ReplacementEntry::read),
        fields.texts("transformers"),
        fields.texts("validators"),
        fields.list("vars", VariableEntry::read));
  }

  private static Kustomization.Output output(Fields fields) {
    SortEntry sorting = fields.struct("sortOptions", KustomizationReader::sorting);
    return new Kustomization.Output(
        fields.texts("buildMetadata"), sorting == null ? SortEntry.NONE : sorting);
  }

  private static LabelEntry label(Fields fields) {
    return new LabelEntry(
        fields.pairs("pairs"),
        fields.flag("includeSelectors"),
        fields.flag("includeTemplates"),
        fields.list("fields", FieldSpec::read));
  }

  static ImageEntry image(Fields fields) {
    return new ImageEntry(
        fields.text("name"),
        fields.text("newName"),
        fields.text("newTag"),
        fields.text("digest"),
        fields.text("tagSuffix"));
  }

  private static SortEntry sorting(Fields fields) {
    String order = fields.text("order", "types.SortOrder");
    List<List<String>> lists =
        fields.struct(
            "legacySortOptions",
            both -> List.of(both.texts("orderFirst"), both.texts("orderLast")));
    return lists == null
        ? new SortEntry(order, List.of(), List.of(), false)
        : new SortEntry(order, lists.get(0), lists.get(1), true);
  }
}
