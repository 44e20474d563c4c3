package dev.levada.core.render;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.tree.TreePath;
import java.util.List;
import java.util.Map;

/// What a folder became.
///
/// @param manifests the objects in the order of the files; may be empty
/// @param warnings lines for the user, such as on deprecated fields
/// @param reads every path that had a part in it, with its identity then: as long as these are the
///   same, so is the result
/// @param fetched whether anything was fetched besides, so that the reads do not tell everything
public record Rendered(
    List<Manifest> manifests, List<String> warnings, Map<TreePath, String> reads, boolean fetched) {

  /// Takes over copies of the collections.
  public Rendered {
    manifests = List.copyOf(manifests);
    warnings = List.copyOf(warnings);
    reads = Map.copyOf(reads);
  }
}
