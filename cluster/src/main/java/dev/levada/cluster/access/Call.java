package dev.levada.cluster.access;

/// One request, as the transport sends it.
///
/// @param verb the Kubernetes verb, for metrics
/// @param plural the resource's plural name, for metrics; empty for paths that are no resource
/// @param method the HTTP method
/// @param path path and query
/// @param accept the media types that may come back
/// @param contentType the body's media type; empty where there is no body
/// @param body the body
/// @param user whom to act as; empty for the connection's own user
/// @param repeatable whether sending it twice has the same effect as once
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Call(
    String verb,
    String plural,
    String method,
    String path,
    String accept,
    String contentType,
    byte[] body,
    String user,
    boolean repeatable) {

  static Call get(String verb, String plural, String path, String user) {
    return new Call(verb, plural, "GET", path, "application/json", "", new byte[0], user, true);
  }

  Call accepting(String types) {
    return new Call(verb, plural, method, path, types, contentType, body, user, repeatable);
  }

  /// The same request, for which sending it twice is not the same as once.
  Call once() {
    return new Call(verb, plural, method, path, accept, contentType, body, user, false);
  }

  /// How messages name the request; the query may be long and is left out.
  String subject() {
    int query = path.indexOf('?');
    return method + " " + (query < 0 ? path : path.substring(0, query));
  }
}
