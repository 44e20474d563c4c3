package dev.levada.cluster.observe;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;

/// Who changed an object last, as its `managedFields` say.
public final class LastWriter {

  private LastWriter() {}

  /// The manager with the latest time, those of subresources such as the status left out; empty
  /// where nobody is named.
  public static String of(Manifest live) {
    String manager = "";
    String latest = "";
    for (Node node : live.root().mappingAt("metadata").sequenceAt("managedFields")) {
      if (node instanceof Mapping entry && entry.textAt("subresource").isEmpty()) {
        // RFC 3339 in UTC to the second: texts compare like times.
        String time = entry.textAt("time");
        if (manager.isEmpty() || time.compareTo(latest) >= 0) {
          manager = entry.textAt("manager");
          latest = time;
        }
      }
    }
    return manager;
  }
}
