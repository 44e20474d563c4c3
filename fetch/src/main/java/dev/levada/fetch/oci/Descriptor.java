package dev.levada.fetch.oci;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import java.util.Map;

/// What a manifest says of one piece of content.
///
/// @param mediaType what it is
/// @param digest its digest
/// @param size its size in bytes
/// @param artifactType what it is for; empty where nothing is said
/// @param platform operating system and architecture, such as `linux/arm64`; empty for none
/// @param annotations what else is said of it
public record Descriptor(
    String mediaType,
    String digest,
    long size,
    String artifactType,
    String platform,
    Map<String, String> annotations) {

  /// Content of which nothing more is said.
  public static Descriptor of(String mediaType, byte[] content) {
    return new Descriptor(mediaType, Digest.of(content), content.length, "", "", Map.of());
  }

  static Descriptor read(Mapping node) {
    Mapping platform = node.mappingAt("platform");
    String os = platform.textAt("os");
    return new Descriptor(
        node.textAt("mediaType"),
        node.textAt("digest"),
        node.numberAt(-1, "size"),
        node.textAt("artifactType"),
        os.isEmpty() ? "" : os + "/" + platform.textAt("architecture"),
        Map.copyOf(node.mappingAt("annotations").texts()));
  }

  /// As a manifest writes it.
  public Mapping node() {
    var node = new Mapping();
    node.put("mediaType", mediaType).put("digest", digest).put("size", Scalar.of(size));
    if (!artifactType.isEmpty()) {
      node.put("artifactType", artifactType);
    }
    if (!platform.isEmpty()) {
      String[] parts = platform.split("/", 2);
      node.put("platform", new Mapping().put("os", parts[0]).put("architecture", parts[1]));
    }
    if (!annotations.isEmpty()) {
      node.put("annotations", Mapping.ofTexts(annotations));
    }
    return node;
  }
}
