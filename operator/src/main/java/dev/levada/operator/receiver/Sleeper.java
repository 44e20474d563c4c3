package dev.levada.operator.receiver;

import dev.levada.cluster.access.ResourceType;
import dev.levada.core.manifest.Mapping;

/// An object that a call may wake.
///
/// @param type its kind
/// @param namespace its namespace
/// @param name its name
/// @param object the object as the cluster has it; empty where nobody needs to know
record Sleeper(ResourceType type, String namespace, String name, Mapping object) {

  /// `Kind/namespace/name`, for messages.
  String subject() {
    return type.type().kind() + "/" + namespace + "/" + name;
  }
}
