package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the entries of `generators`, `transformers` and `validators`: inline YAML, a file, or a
/// folder that is built (kustomize.md section 16).
final class PluginEntries {

  private PluginEntries() {}

  /// A plugin's configuration.
  ///
  /// @param configuration the object
  /// @param file where it stands
  record Plugin(Mapping configuration, TreePath file) {

    String kind() {
      return configuration.textAt("kind");
    }

    String name() {
      return configuration.textAt("metadata", "name");
    }

    Provenance.Doer doer() {
      return new Provenance.Doer(
          file, kind(), name(), configuration.textAt("metadata", "namespace"));
    }
  }

  static List<Plugin> read(List<String> entries, Folder folder, Accumulator into) {
    var plugins = new ArrayList<Plugin>();
    for (String text : entries) {
      boolean inline = isInline(text, folder);
      TreePath file = inline ? folder.file() : folder.locate(text);
      (inline ? inline(text) : resources(text, folder, into))
          .forEach(resource -> plugins.add(new Plugin(resource.root(), file)));
    }
    return plugins;
  }

  private static boolean isInline(String text, Folder folder) {
    return text.indexOf('\n') >= 0
        || (text.indexOf(':') >= 0 && folder.entry(text) instanceof Tree.Entry.Absent);
  }

  private static List<Resource> inline(String text) {
    return ResourceReader.read(text.getBytes(StandardCharsets.UTF_8), "inline plugin");
  }

  private static List<Resource> resources(String entry, Folder folder, Accumulator into) {
    try {
      return read(entry, folder, into);
    } catch (BuildFailed e) {
      String prefix = "accumulation err='accumulating resources from '" + entry + "': ";
      throw switch (folder.entry(entry)) {
        case Tree.Entry.Folder _ -> e;
        case Tree.Entry.File _ ->
            new BuildFailed(
                prefix
                    + e.getMessage()
                    + "': must build at directory: '"
                    + folder.shown(entry)
                    + "': file is not directory",
                e.fix());
        case Tree.Entry.Link _, Tree.Entry.Absent _ ->
            new BuildFailed(
                prefix
                    + e.getMessage()
                    + "': must build at directory: not a valid directory: "
                    + folder.missing(entry),
                e.fix());
      };
    }
  }

  private static List<Resource> read(String entry, Folder folder, Accumulator into) {
    if (folder.entry(entry) instanceof Tree.Entry.Folder) {
      Accumulator all = into.fresh();
      FolderBuild.of(folder.open(entry), all).run();
      return all.resources().items();
    }
    return ResourceReader.read(folder.file(entry), entry);
  }

  /// What a plugin that is built in is told: its configuration but for its head.
  static Mapping body(Mapping configuration) {
    if (!configuration.textAt("apiVersion").equals("builtin")) {
      throw unknown(configuration);
    }
    Mapping body = configuration.copy();
    List.of("apiVersion", "kind", "metadata").forEach(body::remove);
    return body;
  }

  /// The failure of a plugin that is not built in.
  static BuildFailed unknown(Mapping configuration) {
    String kind = configuration.textAt("kind");
    if (configuration.textAt("apiVersion").equals("builtin")) {
      return new BuildFailed(
          "unable to load builtin " + kind + ".builtin.[noGrp]",
          "Use one of the built-in kinds, or the kustomization's own fields");
    }
    boolean function =
        configuration.at("metadata", "annotations", "config.kubernetes.io/function") != null;
    return new BuildFailed(
        "external plugins disabled; unable to load external plugin '" + kind + "'",
        function
            ? "Functions in containers, executables and Starlark are not run here: render '"
                + kind
                + "' beforehand and keep the result in the repository"
            : "Use a built-in plugin, or the kustomization's own fields");
  }
}
