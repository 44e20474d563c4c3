package dev.levada.core.kustomize;

import java.util.Map;

/// The Go types that kustomize reads a kustomization into; its messages name them, and the structs
/// embedded in them (kustomize.md section 22).
final class GoTypes {

  private static final Map<String, String> STRUCTS =
      Map.ofEntries(
          Map.entry("images", "Image"),
          Map.entry("imageTags", "Image"),
          Map.entry("labels", "Label"),
          Map.entry("replicas", "Replica"),
          Map.entry("patches", "Patch"),
          Map.entry("patchesJson6902", "Patch"),
          Map.entry("patchesStrategicMerge", "PatchStrategicMerge"),
          Map.entry("target", "Selector"),
          Map.entry("select", "Selector"),
          Map.entry("reject", "Selector"),
          Map.entry("configMapGenerator", "ConfigMapArgs"),
          Map.entry("secretGenerator", "SecretArgs"),
          Map.entry("vars", "Var"),
          Map.entry("objref", "Target"),
          Map.entry("fieldref", "FieldSelector"),
          Map.entry("fields", "FieldSpec"),
          Map.entry("generatorOptions", "GeneratorOptions"),
          Map.entry("helmCharts", "HelmChart"),
          Map.entry("helmGlobals", "HelmGlobals"),
          Map.entry("replacements", "ReplacementField"),
          Map.entry("source", "SourceSelector"),
          Map.entry("targets", "TargetSelector"),
          Map.entry("metadata", "ObjectMeta"),
          Map.entry("sortOptions", "SortOptions"),
          Map.entry("legacySortOptions", "LegacySortOptions"));

  /// What files of `configurations` are read into.
  static final String CONFIGURATION = "TransformerConfig";

  private GoTypes() {}

  /// The type of a field that is a list.
  static String list(String path, String name) {
    if (path.startsWith(CONFIGURATION)) {
      return name.equals("nameReference") ? "builtinconfig.nbrSlice" : "types.FsSlice";
    }
    String pointer = name.equals("targets") || name.equals("reject") ? "*" : "";
    return "[]" + pointer + element(path, name);
  }

  /// The type of the elements of a field that is a list, or of one that is a struct.
  static String element(String path, String name) {
    boolean references = path.equals(CONFIGURATION) && name.equals("nameReference");
    return (references ? "builtinconfig." : "types.") + struct(path + "." + name);
  }

  /// The struct of a field's elements or, where it is none, the field's own name.
  static String struct(String path) {
    int dot = path.lastIndexOf('.');
    String last = path.substring(dot + 1);
    if (path.startsWith(CONFIGURATION + ".")) {
      return last.equals("nameReference") ? "NameBackReferences" : "FieldSpec";
    }
    if (!last.equals("options")) {
      return STRUCTS.getOrDefault(last, last);
    }
    return switch (struct(path.substring(0, dot))) {
      case "ConfigMapArgs", "SecretArgs" -> "GeneratorOptions";
      case "Patch" -> "PatchArgs";
      default -> "FieldOptions";
    };
  }

  /// How messages name a field: its struct, and the way to it with all that is embedded.
  static String field(String path, String name) {
    if (path.indexOf('.') < 0) {
      return path + "." + name;
    }
    var way = new StringBuilder();
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
      int end = path.indexOf('.', dot + 1);
      String key = path.substring(dot + 1, end < 0 ? path.length() : end);
      way.append('.').append(embedded(struct(path.substring(0, dot)), key)).append(key);
    }
    String struct = struct(path);
    return struct + way + "." + embedded(struct, name) + name;
  }

  private static String embedded(String struct, String name) {
    return switch (struct) {
      case "ConfigMapArgs", "SecretArgs" -> ofGenerator(name);
      case "ReplacementField" -> name.equals("path") ? "" : "Replacement.";
      case "Selector", "SourceSelector" ->
          name.equals("name") || name.equals("namespace") ? "ResId." : ofType(name, "ResId.Gvk.");
      case "Target", "FieldSpec", "NameBackReferences" -> ofType(name, "Gvk.");
      default -> "";
    };
  }

  private static String ofGenerator(String name) {
    return switch (name) {
      case "literals", "files", "envs", "env" -> "GeneratorArgs.KvPairSources.";
      case "type" -> "";
      default -> "GeneratorArgs.";
    };
  }

  private static String ofType(String name, String embedded) {
    return switch (name) {
      case "group", "version", "kind" -> embedded;
      default -> "";
    };
  }
}
