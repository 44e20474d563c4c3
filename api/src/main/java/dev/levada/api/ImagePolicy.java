package dev.levada.api;

import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import java.time.Duration;

/// Which tag of an image repository is the latest (image.toolkit.fluxcd.io/v1; flux-api §1.11).
///
/// @param metadata name, namespace and the like
/// @param spec what the user wants
/// @param status what was last reported, as the API server holds it
public record ImagePolicy(Metadata metadata, Spec spec, Mapping status) {

  /// The kind's word.
  public static final String KIND = "ImagePolicy";

  /// The type as the API server names it.
  public static final GroupVersionKind TYPE =
      new GroupVersionKind("image.toolkit.fluxcd.io", "v1", KIND);

  /// What the user wants.
  ///
  /// @param repositoryNamespace the ImageRepository's namespace; never empty
  /// @param repositoryName the ImageRepository's name
  /// @param policy how tags are ordered: semver, alphabetical or numerical
  /// @param pattern an expression that tags must match; empty for none
  /// @param extract what of a match is compared; empty for the whole tag
  /// @param digestReflection Always, IfNotPresent or Never
  /// @param interval how often the digest is asked for; zero where it is not
  /// @param suspended whether to leave it alone
  public record Spec(
      String repositoryNamespace,
      String repositoryName,
      Mapping policy,
      String pattern,
      String extract,
      String digestReflection,
      Duration interval,
      boolean suspended) {}

  /// Reads the resource.
  ///
  /// @throws IllegalArgumentException where a field holds what the schema would have refused
  public static ImagePolicy of(Manifest object) {
    Mapping spec = object.root().mappingAt("spec");
    String namespace = spec.textAt("imageRepositoryRef", "namespace");
    return new ImagePolicy(
        Metadata.of(object),
        new Spec(
            namespace.isEmpty() ? object.namespace() : namespace,
            spec.textAt("imageRepositoryRef", "name"),
            spec.mappingAt("policy"),
            spec.textAt("filterTags", "pattern"),
            spec.textAt("filterTags", "extract"),
            spec.textAt("digestReflectionPolicy"),
            GoDuration.parse(spec.textAt("interval"), Duration.ZERO),
            spec.isTrueAt("suspend")),
        object.root().mappingAt("status"));
  }
}
