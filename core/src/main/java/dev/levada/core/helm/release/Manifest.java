package dev.levada.core.helm.release;

/// One rendered object of a release.
///
/// @param path the template it comes from
/// @param kind its kind; empty where the document has none
/// @param text its YAML as rendered
public record Manifest(String path, String kind, String text) {

  /// The document with the line that says where it comes from.
  public String sourced() {
    return "---\n# Source: " + path + "\n" + text + "\n";
  }
}
