package dev.levada.core.manifest;

/// An object's type as the API server names it.
///
/// @param group the API group; empty for the core group
/// @param version the version within the group
/// @param kind the kind
public record GroupVersionKind(String group, String version, String kind) {

  /// Reads `apiVersion` (`v1`, `apps/v1`) and `kind`.
  public static GroupVersionKind of(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    return slash < 0
        ? new GroupVersionKind("", apiVersion, kind)
        : new GroupVersionKind(
            apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
  }

  /// `v1` or `apps/v1`.
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }
}
