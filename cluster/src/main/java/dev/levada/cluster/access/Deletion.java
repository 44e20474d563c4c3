package dev.levada.cluster.access;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Mapping;

/// How an object is deleted.
///
/// @param propagation `Background`, `Foreground` or `Orphan`; empty for the kind's default
/// @param uid the only incarnation that may be deleted; empty for any
public record Deletion(String propagation, String uid) {

  byte[] body() {
    var options = new Mapping().put("apiVersion", "v1").put("kind", "DeleteOptions");
    if (!propagation.isEmpty()) {
      options.put("propagationPolicy", propagation);
    }
    if (!uid.isEmpty()) {
      options.put("preconditions", new Mapping().put("uid", uid));
    }
    return Json.bytes(options);
  }
}
