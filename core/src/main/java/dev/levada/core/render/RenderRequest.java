package dev.levada.core.render;

import dev.levada.core.manifest.Mapping;
import java.util.Map;

/// What a Flux Kustomization asks for when its folder is rendered.
///
/// @param path the folder below the source's root, as the user wrote it; empty for the root
/// @param targetNamespace where every object is to live; empty to leave that to the files
/// @param namePrefix put before every name; may be empty
/// @param nameSuffix put behind every name; may be empty
/// @param overlay the optional keys `patches`, `images`, `components` and `buildMetadata`, as in
///   the Kustomization's spec
/// @param commonLabels labels for every object, set last
/// @param commonAnnotations annotations for every object, set last
public record RenderRequest(
    String path,
    String targetNamespace,
    String namePrefix,
    String nameSuffix,
    Mapping overlay,
    Map<String, String> commonLabels,
    Map<String, String> commonAnnotations) {

  /// Takes over copies of the maps.
  public RenderRequest {
    commonLabels = Map.copyOf(commonLabels);
    commonAnnotations = Map.copyOf(commonAnnotations);
  }

  /// A request for a folder as it is.
  public static RenderRequest of(String path) {
    return new RenderRequest(path, "", "", "", new Mapping(), Map.of(), Map.of());
  }
}
