package dev.levada.core.edit;

/// What is known of the object that a document of a file holds; each part may be empty.
///
/// @param apiVersion its API version
/// @param kind its kind
/// @param namespace its namespace
/// @param name its name
public record EditedObject(String apiVersion, String kind, String namespace, String name) {

  static EditedObject of(YamlText yaml, int document) {
    return new EditedObject(
        text(yaml, document, "apiVersion"),
        text(yaml, document, "kind"),
        text(yaml, document, "metadata", "namespace"),
        text(yaml, document, "metadata", "name"));
  }

  private static String text(YamlText yaml, int document, String... steps) {
    return yaml.sites().stream()
        .filter(site -> site.document() == document && site.role() == Site.Role.VALUE)
        .filter(site -> site.place().isAt(steps))
        .map(Site::value)
        .findFirst()
        .orElse("");
  }

  /// `Kind/namespace/name`, without what is not known.
  @Override
  public String toString() {
    return kind + (namespace.isEmpty() ? "" : "/" + namespace) + (name.isEmpty() ? "" : "/" + name);
  }
}
