package dev.levada.core.kustomize;

import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one build knows of types: the built-in schema, or one that a kustomization brings with
/// `openapi` (kustomize.md section 15). The first that is brought counts for the whole build.
final class Schemas {

  private static final String BUILT_IN = "v1.21.2";

  private final boolean joins;
  private @Nullable Map<GroupVersionKind, MergeType> own;
  private boolean chosen;

  /// @param joins whether the built-in schema stays beside one that is brought
  Schemas(BuildOptions.Schema joins) {
    this.joins = joins == BuildOptions.Schema.JOINS_BUILT_IN;
  }

  /// Takes up what a kustomization says in `openapi`.
  void choose(Map<String, String> openapi, Folder folder) {
    String path = openapi.getOrDefault("path", "");
    String version = openapi.getOrDefault("version", "");
    Mapping document = path.isEmpty() ? null : document(path, folder);
    if (document != null && !version.isEmpty()) {
      throw new BuildFailed(
          "builtin version and custom schema provided, cannot use both",
          "Keep 'openapi.path' or 'openapi.version'");
    }
    if (!version.isEmpty() && !version.equals(BUILT_IN)) {
      throw new BuildFailed(
          "the specified OpenAPI version is not built in",
          "Write " + BUILT_IN + ", or leave it out");
    }
    if (document == null || chosen) {
      chosen |= !version.isEmpty();
      return;
    }
    chosen = true;
    own = OpenApiSchema.read(document);
  }

  private static Mapping document(String path, Folder folder) {
    try {
      List<Node> documents = YamlReader.documents(folder.file(path), YamlRules.KUSTOMIZATION_1_1);
      if (!documents.isEmpty() && documents.getFirst() instanceof Mapping mapping) {
        return mapping;
      }
      throw new BuildFailed(
          "invalid schema file '" + path + "'", "Write an OpenAPI document with 'definitions'");
    } catch (MalformedManifest e) {
      throw new BuildFailed(e.getMessage() + " in '" + path + "'", "Correct the schema file");
    }
  }

  /// Takes note of an object that was read: only the schema tells whether an unknown kind lives in
  /// a namespace.
  void meet(GroupVersionKind type) {
    if (own == null && !KnownScope.includes(type)) {
      chosen |= !joins;
    }
  }

  /// Which lists of a type are merged by key. Where the built-in schema has told that once, it
  /// counts for the whole build: a component or a later base brings its own in vain.
  MergeType of(GroupVersionKind type) {
    Map<GroupVersionKind, MergeType> brought = own;
    if (brought == null) {
      chosen |= !joins;
      return MergeTypes.of(type);
    }
    MergeType found = brought.get(type);
    if (found != null) {
      return found;
    }
    return joins ? MergeTypes.of(type) : MergeType.UNKNOWN;
  }
}
