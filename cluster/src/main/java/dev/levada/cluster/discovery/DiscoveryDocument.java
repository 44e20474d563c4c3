package dev.levada.cluster.discovery;

import dev.levada.cluster.access.ResourceType;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/// Reads the API server's aggregated discovery (`APIGroupDiscoveryList`). Groups come in the
/// server's order and versions in the group's order of preference.
final class DiscoveryDocument {

  private DiscoveryDocument() {}

  static List<ResourceType> types(Mapping document) {
    var types = new ArrayList<ResourceType>();
    for (Node item : document.sequenceAt("items")) {
      if (item instanceof Mapping group) {
        String name = group.textAt("metadata", "name");
        for (Node version : group.sequenceAt("versions")) {
          if (version instanceof Mapping served) {
            version(name, served, types);
          }
        }
      }
    }
    return types;
  }

  private static void version(String group, Mapping served, List<ResourceType> types) {
    String version = served.textAt("version");
    for (Node node : served.sequenceAt("resources")) {
      if (node instanceof Mapping resource && !resource.textAt("resource").isEmpty()) {
        var type = new GroupVersionKind(group, version, resource.textAt("responseKind", "kind"));
        boolean namespaced = resource.textAt("scope").equals("Namespaced");
        types.add(new ResourceType(type, resource.textAt("resource"), namespaced));
      }
    }
  }
}
