package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;

/// Refuses generated data that begin with a tab and have a line break. Kustomize writes them as a
/// block and can not read that again, which it has to wherever it makes JSON of an object.
final class TabbedData {

  private TabbedData() {}

  /// Refuses them where a patch edits the object.
  static void refusePatched(Resource resource) {
    Mapping root = resource.root();
    if (resource.isGenerated()) {
      refuse(root.mappingAt("data"), root, resource.notes().size());
    }
  }

  /// Refuses them where the object is done, and shows all of it, as kustomize does.
  static void refuseFinished(Resource resource) {
    Mapping root = resource.root();
    if (resource.isGenerated()) {
      try {
        refuse(root.mappingAt("data"), root, 0);
      } catch (BuildFailed e) {
        throw e.within(root.inGo() + ": ");
      }
    }
  }

  /// Refuses the data alone, which is how their hash is made.
  static void refuse(Mapping data) {
    refuse(data, data, 0);
  }

  private static void refuse(Mapping data, Mapping root, int notes) {
    data.entries()
        .forEach((key, value) -> {
          if (isTabbed(value)) {
            int line = Math.max(2, root.lineOf(notes, data, key));
            throw new BuildFailed(
                "yaml: line "
                    + line
                    + ": found a tab character where an indentation space is expected",
                "Let '" + key + "' begin with something other than a tab");
          }
        });
  }

  private static boolean isTabbed(Node value) {
    return value instanceof Scalar scalar
        && scalar.text().startsWith("\t")
        && scalar.text().indexOf('\n') >= 0;
  }
}
