package dev.levada.fetch.oci;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A manifest of an image or artifact, or an index of several.
///
/// @param mediaType which of these
/// @param digest its digest
/// @param bytes as the registry has it
/// @param content the same, read
@SuppressWarnings("ArrayRecordComponent")
public record OciManifest(String mediaType, String digest, byte[] bytes, Mapping content) {

  /// An OCI image manifest.
  public static final String IMAGE = "application/vnd.oci.image.manifest.v1+json";

  /// An OCI image index.
  public static final String INDEX = "application/vnd.oci.image.index.v1+json";

  /// Docker's form of an image manifest.
  public static final String DOCKER_IMAGE = "application/vnd.docker.distribution.manifest.v2+json";

  /// Docker's form of an index.
  public static final String DOCKER_INDEX =
      "application/vnd.docker.distribution.manifest.list.v2+json";

  /// A manifest that is to be pushed.
  public static OciManifest of(String mediaType, Mapping content) {
    byte[] bytes = Json.bytes(content);
    return new OciManifest(mediaType, Digest.of(bytes), bytes, content);
  }

  /// Whether it lists other manifests.
  public boolean isIndex() {
    return mediaType.equals(INDEX) || mediaType.equals(DOCKER_INDEX);
  }

  /// The layers; empty for an index.
  public List<Descriptor> layers() {
    return descriptors("layers");
  }

  /// The manifests that an index lists.
  public List<Descriptor> manifests() {
    return descriptors("manifests");
  }

  /// The configuration, where there is one.
  public Optional<Descriptor> config() {
    return content.get("config") instanceof Mapping node
        ? Optional.of(Descriptor.read(node))
        : Optional.empty();
  }

  /// What is said of the whole.
  public Map<String, String> annotations() {
    return Map.copyOf(content.mappingAt("annotations").texts());
  }

  private List<Descriptor> descriptors(String key) {
    return content.sequenceAt(key).items().stream()
        .filter(Mapping.class::isInstance)
        .map((Node node) -> Descriptor.read((Mapping) node))
        .toList();
  }

  /// Its descriptor.
  public Descriptor descriptor() {
    return new Descriptor(mediaType, digest, bytes.length, "", "", Map.of());
  }
}
