package dev.levada.core.kustomize;

import dev.levada.core.kustomize.Kustomization.ReplicaEntry;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a transformer of a built-in plugin's configuration (kustomize.md section 16).
record TransformerPlugin(Mapping configuration, Folder folder, Schemas schemas) {

  Transformer transformer() {
    String kind = configuration.textAt("kind");
    Mapping body = PluginEntries.body(configuration);
    try {
      return Fields.all(body, kind, fields -> read(kind, fields));
    } catch (BuildFailed e) {
      if (String.valueOf(e.getMessage()).startsWith("unable to load builtin")) {
        throw e;
      }
      throw e.within("plugin " + new Resource(configuration).id() + " fails configuration: ");
    }
  }

  private Transformer read(String kind, Fields fields) {
    return switch (kind) {
      case "LabelTransformer" -> new PairsTransformer(fields.pairs("labels"), specs(fields));
      case "AnnotationsTransformer" ->
          new PairsTransformer(fields.pairs("annotations"), specs(fields));
      case "NamespaceTransformer" -> namespace(fields);
      case "PrefixTransformer", "SuffixTransformer", "PrefixSuffixTransformer" -> name(fields);
      case "ImageTagTransformer" -> image(fields);
      case "ReplicaCountTransformer" -> replicas(fields);
      case "ValueAddTransformer" -> ValueAddTransformer.read(fields, folder);
      case "HashTransformer" -> new NameHashes();
      case "ReplacementTransformer" ->
          Replacements.of(fields.list("replacements", ReplacementEntry::read), folder);
      default -> patch(kind, fields);
    };
  }

  private Transformer patch(String kind, Fields fields) {
    return switch (kind) {
      case "PatchTransformer" -> new Patches(folder, schemas).patch(PatchEntry.read(fields));
      case "PatchJson6902Transformer" -> jsonPatch(fields);
      case "PatchStrategicMergeTransformer" -> strategicMerges(fields);
      default -> throw PluginEntries.unknown(configuration);
    };
  }

  private static List<FieldSpec> specs(Fields fields) {
    return fields.list("fieldSpecs", FieldSpec::read);
  }

  private Transformer namespace(Fields fields) {
    return new NamespaceTransformer(
        configuration.textAt("metadata", "namespace"),
        specs(fields),
        NamespaceTransformer.Subjects.of(fields.text("setRoleBindingSubjects")),
        fields.flag("unsetOnly"));
  }

  private static Transformer name(Fields fields) {
    if (!fields.has("fieldSpecs")) {
      throw new BuildFailed(
          "fieldSpecs is not expected to be nil", "Add 'fieldSpecs' with 'path: metadata/name'");
    }
    return new NameTransformer(fields.text("prefix"), fields.text("suffix"), specs(fields));
  }

  private static Transformer image(Fields fields) {
    var image = fields.struct("imageTag", KustomizationReader::image);
    return new ImageTransformer(required(image, "imageTag"), specs(fields));
  }

  private static Transformer replicas(Fields fields) {
    var replica =
        fields.struct(
            "replica", entry -> new ReplicaEntry(entry.text("name"), entry.number("count")));
    return new ReplicaTransformer(required(replica, "replica"), specs(fields));
  }

  private Transformer jsonPatch(Fields fields) {
    String operations = fields.text("jsonOp");
    return new Patches(folder, schemas)
        .jsonPatch(
            new PatchEntry(
                fields.text("path"),
                operations,
                fields.struct("target", Selector::read),
                false,
                false,
                configuration));
  }

  private Transformer strategicMerges(Fields fields) {
    var all = new ArrayList<Transformer>();
    var patches = new Patches(folder, schemas);
    fields.texts("paths").forEach(path -> all.add(patches.strategicMerge(path)));
    if (fields.node("patches") instanceof Scalar inline) {
      all.add(patches.strategicMerge(inline.text()));
    }
    return Transformer.chain(all);
  }

  private static <T> T required(@Nullable T value, String field) {
    if (value == null) {
      throw new BuildFailed("missing '" + field + "'", "Add '" + field + "'");
    }
    return value;
  }
}
