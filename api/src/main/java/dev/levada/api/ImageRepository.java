package dev.levada.api;

import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A repository of images whose tags are looked at (image.toolkit.fluxcd.io/v1; flux-api §1.10).
///
/// @param metadata name, namespace and the like
/// @param spec what the user wants
/// @param status what was last reported, as the API server holds it
public record ImageRepository(Metadata metadata, Spec spec, Mapping status) {

  /// The kind's word.
  public static final String KIND = "ImageRepository";

  /// The type as the API server names it.
  public static final GroupVersionKind TYPE =
      new GroupVersionKind("image.toolkit.fluxcd.io", "v1", KIND);

  /// What the user wants.
  ///
  /// @param image the repository's name, without scheme and tag
  /// @param interval how often to look
  /// @param timeout how long one request may take
  /// @param secrets Secrets of the object's namespace that the access needs
  /// @param accessFrom labels of namespaces whose policies may use it; no labels for every
  ///   namespace; no entry for none but its own
  /// @param exclusionList expressions of tags that do not count
  /// @param provider generic, or the cloud to log in at
  /// @param insecure whether plain http will do
  /// @param suspended whether to leave it alone
  public record Spec(
      String image,
      Duration interval,
      Duration timeout,
      Secrets secrets,
      List<Map<String, String>> accessFrom,
      List<String> exclusionList,
      String provider,
      boolean insecure,
      boolean suspended) {}

  /// What of the object's namespace the access needs; each name is empty for none.
  ///
  /// @param pull Secret with a Docker configuration
  /// @param serviceAccount ServiceAccount whose pull secrets count
  /// @param certificates Secret with TLS material
  /// @param proxy Secret with a proxy's address
  public record Secrets(String pull, String serviceAccount, String certificates, String proxy) {}

  /// Reads the resource.
  ///
  /// @throws IllegalArgumentException where a field holds what the schema would have refused
  public static ImageRepository of(Manifest object) {
    Mapping spec = object.root().mappingAt("spec");
    Duration interval = GoDuration.parse(spec.textAt("interval"));
    return new ImageRepository(
        Metadata.of(object),
        new Spec(
            spec.textAt("image"),
            interval,
            GoDuration.parse(spec.textAt("timeout"), interval),
            new Secrets(
                spec.textAt("secretRef", "name"),
                spec.textAt("serviceAccountName"),
                spec.textAt("certSecretRef", "name"),
                spec.textAt("proxySecretRef", "name")),
            labels(spec),
            spec.sequenceAt("exclusionList").texts(),
            spec.textAt("provider"),
            spec.isTrueAt("insecure"),
            spec.isTrueAt("suspend")),
        object.root().mappingAt("status"));
  }

  /// The exclusion list that the last scan went by.
  public List<String> observedExclusionList() {
    return status.sequenceAt("observedExclusionList").texts();
  }

  private static List<Map<String, String>> labels(Mapping spec) {
    var selectors = new ArrayList<Map<String, String>>();
    for (Node node : spec.sequenceAt("accessFrom", "namespaceSelectors")) {
      if (node instanceof Mapping selector) {
        selectors.add(selector.mappingAt("matchLabels").texts());
      }
    }
    return List.copyOf(selectors);
  }
}
