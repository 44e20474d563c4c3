package dev.levada.cluster.access;

import dev.levada.core.manifest.GroupVersionKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// A kind as the API server serves it.
///
/// @param type group, version and kind
/// @param plural the resource's name in paths
/// @param namespaced whether its objects live in namespaces
public record ResourceType(GroupVersionKind type, String plural, boolean namespaced) {

  /// The path of an object, or of the collection where the name is empty. The namespace does not
  /// matter where the kind has none; an empty one means all namespaces.
  ///
  /// @throws ApiError where a name cannot be part of a path
  public String path(String namespace, String name) {
    var path = new StringBuilder(type.group().isEmpty() ? "/api" : "/apis");
    if (!type.group().isEmpty()) {
      path.append('/').append(segment(type.group()));
    }
    path.append('/').append(segment(type.version()));
    if (namespaced && !namespace.isEmpty()) {
      path.append("/namespaces/").append(segment(namespace));
    }
    path.append('/').append(segment(plural));
    if (!name.isEmpty()) {
      path.append('/').append(segment(name));
    }
    return path.toString();
  }

  /// The path of one object. An empty name never becomes the whole collection.
  ///
  /// @throws ApiError where the name, or a namespace that the kind needs, is missing
  String objectPath(String namespace, String name) {
    if (name.isEmpty()) {
      throw ApiError.refused(type.kind() + ": name not specified");
    }
    if (namespaced && namespace.isEmpty()) {
      throw ApiError.refused(type.kind() + "/" + name + " namespace not specified");
    }
    return path(namespace, name);
  }

  // The server would resolve these as folders and answer for another object.
  private static String segment(String name) {
    if (name.equals(".") || name.equals("..") || name.contains("/") || name.contains("%")) {
      throw ApiError.refused(
          "'" + name + "' is no name: it may not be '.' or '..' or contain '/' or '%'");
    }
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
