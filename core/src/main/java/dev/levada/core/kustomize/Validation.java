package dev.levada.core.kustomize;

import dev.levada.core.kustomize.PluginEntries.Plugin;
import dev.levada.core.manifest.Mapping;
import java.util.List;

/// Runs an entry of `validators`: a transformer that may complain but not change anything
/// (kustomize.md section 16).
record Validation(Transformer validator, Plugin plugin) implements Transformer {

  @Override
  public void transform(ResourceList resources) {
    List<Mapping> before = copies(resources);
    validator.transform(resources);
    List<Mapping> after = copies(resources);
    boolean same = before.size() == after.size();
    for (int i = 0; same && i < before.size(); i++) {
      same = before.get(i).sameValue(after.get(i));
    }
    if (!same) {
      throw new BuildFailed(
          "validator shouldn't modify the resource map: "
              + plugin.kind()
              + " '"
              + plugin.name()
              + "' does",
          "List the plugin under 'transformers'");
    }
  }

  private static List<Mapping> copies(ResourceList resources) {
    return resources.items().stream().map(resource -> resource.root().copy()).toList();
  }
}
