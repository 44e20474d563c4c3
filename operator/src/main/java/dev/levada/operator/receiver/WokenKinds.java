package dev.levada.operator.receiver;

import dev.levada.api.notification.Receiver;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.core.manifest.GroupVersionKind;
import java.util.Map;

/// How the API server serves the kinds that Receivers name.
///
/// @param discovery which kinds there are
record WokenKinds(Discovery discovery) {

  private static final String SOURCES = "source.toolkit.fluxcd.io/v1";

  /// The kinds whose API version may be left out.
  private static final Map<String, String> USUAL =
      Map.of(
          "Bucket", SOURCES,
          "HelmChart", SOURCES,
          "HelmRepository", SOURCES,
          "GitRepository", SOURCES,
          "OCIRepository", SOURCES,
          "ImageRepository", "image.toolkit.fluxcd.io/v1",
          "ArtifactGenerator", "source.extensions.fluxcd.io/v1beta1");

  /// The kind of an entry.
  ///
  /// @throws NotWoken where it is not known
  ResourceType of(Receiver.Resource entry) {
    String version =
        entry.apiVersion().isEmpty() ? USUAL.getOrDefault(entry.kind(), "") : entry.apiVersion();
    if (version.isEmpty()) {
      throw new NotWoken("spec.resources needs an apiVersion for the kind " + entry.kind());
    }
    return discovery
        .find(GroupVersionKind.of(version, entry.kind()))
        .orElseThrow(
            () -> new NotWoken("the cluster does not serve " + entry.kind() + " in " + version));
  }
}
