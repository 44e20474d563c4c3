package dev.levada.api;

import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import java.time.Duration;

/// Writes what policies chose into a Git repository (image.toolkit.fluxcd.io/v1; flux-api §1.12).
///
/// @param metadata name, namespace and the like
/// @param spec what the user wants
/// @param status what was last reported, as the API server holds it
public record ImageUpdateAutomation(Metadata metadata, Spec spec, Mapping status) {

  /// The kind's word.
  public static final String KIND = "ImageUpdateAutomation";

  /// The type as the API server names it.
  public static final GroupVersionKind TYPE =
      new GroupVersionKind("image.toolkit.fluxcd.io", "v1", KIND);

  /// What the user wants.
  ///
  /// @param source the repository
  /// @param git how it is checked out, committed to and pushed; empty where it is not set
  /// @param policySelector which policies of the namespace count; empty for all
  /// @param strategy how files are updated
  /// @param path the folder that is updated; empty for the whole repository
  /// @param interval how often to look
  /// @param suspended whether to leave it alone
  public record Spec(
      SourceReference source,
      Mapping git,
      Mapping policySelector,
      String strategy,
      String path,
      Duration interval,
      boolean suspended) {}

  /// Reads the resource.
  ///
  /// @throws IllegalArgumentException where a field holds what the schema would have refused
  public static ImageUpdateAutomation of(Manifest object) {
    Mapping spec = object.root().mappingAt("spec");
    return new ImageUpdateAutomation(
        Metadata.of(object),
        new Spec(
            SourceReference.of(spec.mappingAt("sourceRef"), object.namespace()),
            spec.mappingAt("git"),
            spec.mappingAt("policySelector"),
            spec.textAt("update", "strategy"),
            spec.textAt("update", "path"),
            GoDuration.parse(spec.textAt("interval")),
            spec.isTrueAt("suspend")),
        object.root().mappingAt("status"));
  }
}
