package dev.levada.cli.command;

import dev.levada.cli.surroundings.Cluster;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.access.Selection;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import java.util.Map;
import java.util.TreeMap;

/// Which images the engine's Deployments run: those labelled as part of Flux (flux-api §3.3,
/// `version`).
///
/// @param cluster where they run
record RunningImages(Cluster cluster) {

  private static final ResourceType DEPLOYMENTS =
      new ResourceType(new GroupVersionKind("apps", "v1", "Deployment"), "deployments", true);

  /// The last part of each image's name, and its tag; its digest where it has no tag.
  Map<String, String> in(String namespace) {
    var images = new TreeMap<String, String>();
    cluster.list(
        DEPLOYMENTS,
        new Selection(namespace, "app.kubernetes.io/part-of=flux", ""),
        deployment -> collect(deployment, images));
    return images;
  }

  private static void collect(Manifest deployment, Map<String, String> images) {
    for (Node node : deployment.root().sequenceAt("spec", "template", "spec", "containers")) {
      if (node instanceof Mapping container) {
        collect(container.textAt("image"), images);
      }
    }
  }

  private static void collect(String image, Map<String, String> images) {
    String last = image.substring(image.lastIndexOf('/') + 1);
    int digest = last.indexOf('@');
    String tagged = digest < 0 ? last : last.substring(0, digest);
    int tag = tagged.indexOf(':');
    if (tag >= 0) {
      images.put(tagged.substring(0, tag), tagged.substring(tag + 1));
    } else {
      images.put(tagged, digest < 0 ? "latest" : last.substring(digest + 1));
    }
  }
}
