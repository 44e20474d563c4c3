package dev.levada.fetch.store;

import java.util.List;
import java.util.regex.Pattern;

/// Where an archive lies in the store: the object it belongs to and its file.
///
/// @param kind the object's kind in lower case, such as `gitrepository`
/// @param namespace the object's namespace
/// @param name the object's name
/// @param fileName the archive's file, such as `<commit>.tar.gz`
public record ArtifactName(String kind, String namespace, String name, String fileName) {

  private static final Pattern SAFE =
      Pattern.compile("[A-Za-z0-9_:+@=~-][A-Za-z0-9._:+@=~-]{0,252}");

  /// @throws IllegalArgumentException where a part could not be one name in a file system; the
  ///   parts come from names that Kubernetes has checked and from hashes
  public ArtifactName {
    for (String part : List.of(kind, namespace, name, fileName)) {
      if (!SAFE.matcher(part).matches()) {
        throw new IllegalArgumentException("'" + part + "' cannot be part of an artifact's path");
      }
    }
  }

  /// The path as `status.artifact.path` says it (flux-api.md 0.3).
  public String path() {
    return folder() + "/" + fileName;
  }

  /// The folder of all archives of the object.
  String folder() {
    return kind + "/" + namespace + "/" + name;
  }
}
