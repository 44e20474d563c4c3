package dev.levada.cli.print;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.manifest.YamlWriter;
import java.util.List;

/// Whole objects as programs read them, in the shapes that `kubectl get` gives: one object as it
/// is, several as a `List`; without the record of who set which field.
public final class Documents {

  private Documents() {}

  /// As JSON.
  ///
  /// @param single whether one object was asked for by name
  public static String json(List<Manifest> objects, boolean single) {
    return PrettyJson.text(whole(objects, single));
  }

  /// As YAML.
  ///
  /// @param single whether one object was asked for by name
  public static String yaml(List<Manifest> objects, boolean single) {
    return YamlWriter.text(whole(objects, single));
  }

  /// As `kind.group/name`, one a line, which `kubectl` takes as arguments.
  ///
  /// @param objects of whatever kinds
  public static String names(List<Manifest> objects) {
    var text = new StringBuilder();
    for (Manifest object : objects) {
      text.append(TypedName.of(object)).append('\n');
    }
    return text.toString();
  }

  private static Mapping whole(List<Manifest> objects, boolean single) {
    if (single && objects.size() == 1) {
      return tidy(objects.getFirst());
    }
    return new Mapping()
        .put("apiVersion", "v1")
        .put("kind", "List")
        .put("items", new Sequence(objects.stream().map(Documents::tidy).toList()));
  }

  private static Mapping tidy(Manifest object) {
    Mapping root = object.copy().root();
    if (root.get("metadata") instanceof Mapping metadata) {
      metadata.remove("managedFields");
    }
    return root;
  }
}
