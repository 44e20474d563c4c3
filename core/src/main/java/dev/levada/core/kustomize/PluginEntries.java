package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.tree.Tree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the entries of `generators`, `transformers` and `validators`: inline YAML, a file, or a
/// folder that is built (kustomize.md section 16).
final class PluginEntries {

  private PluginEntries() {}

  static List<Mapping> read(List<Node> entries, Folder folder, List<String> warnings) {
    var configurations = new ArrayList<Mapping>();
    for (Node entry : entries) {
      if (!(entry instanceof Scalar scalar)) {
        throw new BuildFailed(
            "json: cannot unmarshal object into Go struct field of type string",
            "Write a path, or the plugin's configuration as a text block");
      }
      resources(scalar.text(), folder, warnings)
          .forEach(resource -> configurations.add(resource.root()));
    }
    return configurations;
  }

  private static List<Resource> resources(String entry, Folder folder, List<String> warnings) {
    if (entry.indexOf('\n') >= 0) {
      return ResourceReader.read(entry.getBytes(StandardCharsets.UTF_8), "inline plugin");
    }
    if (folder.entry(entry) instanceof Tree.Entry.Folder) {
      Accumulator all = Accumulator.empty(warnings);
      FolderBuild.of(folder.open(entry), all).run();
      return all.resources().items();
    }
    return ResourceReader.read(folder.file(entry), entry);
  }

  /// The failure of a plugin that is not built in.
  static BuildFailed unknown(Mapping configuration) {
    String kind = configuration.textAt("kind");
    return configuration.textAt("apiVersion").equals("builtin")
        ? new BuildFailed(
            "unable to load builtin " + kind,
            "Use one of the built-in kinds, or the kustomization's own fields")
        : new BuildFailed(
            "external plugins disabled; unable to load external plugin '" + kind + "'",
            "Use a built-in plugin, or the kustomization's own fields");
  }
}
