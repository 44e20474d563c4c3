package dev.levada.api;

import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import java.time.Duration;
import java.util.Optional;

/// A Git repository to take files from (source.toolkit.fluxcd.io/v1; flux-api §1.1).
///
/// @param metadata name, namespace and the like
/// @param spec what the user wants
/// @param status what was last reported, as the API server holds it
public record GitRepository(Metadata metadata, Spec spec, Mapping status) {

  /// The kind's word.
  public static final String KIND = "GitRepository";

  /// The type as the API server names it.
  public static final GroupVersionKind TYPE =
      new GroupVersionKind("source.toolkit.fluxcd.io", "v1", KIND);

  /// What the user wants.
  ///
  /// @param url where the repository is
  /// @param branch branch to follow; empty where another reference is set, or for the default
  /// @param tag tag to take
  /// @param semver range of tags to take the highest of
  /// @param refName full name of a reference
  /// @param commit commit to take
  /// @param secretName Secret with credentials, in the object's namespace; empty for none
  /// @param interval how often to look
  /// @param timeout how long one operation may take
  /// @param ignore gitignore patterns that replace the default ones, where given
  /// @param suspended whether to leave it alone
  /// @param raw the whole spec, for fields that are not built yet
  public record Spec(
      String url,
      String branch,
      String tag,
      String semver,
      String refName,
      String commit,
      String secretName,
      Duration interval,
      Duration timeout,
      Optional<String> ignore,
      boolean suspended,
      Mapping raw) {}

  /// Reads the resource.
  ///
  /// @throws IllegalArgumentException where a field holds what the schema would have refused
  public static GitRepository of(Manifest object) {
    Mapping spec = object.root().mappingAt("spec");
    return new GitRepository(
        Metadata.of(object),
        new Spec(
            spec.textAt("url"),
            spec.textAt("ref", "branch"),
            spec.textAt("ref", "tag"),
            spec.textAt("ref", "semver"),
            spec.textAt("ref", "name"),
            spec.textAt("ref", "commit"),
            spec.textAt("secretRef", "name"),
            GoDuration.parse(spec.textAt("interval")),
            GoDuration.parse(spec.textAt("timeout"), Duration.ofSeconds(60)),
            spec.has("ignore") ? Optional.of(spec.textAt("ignore")) : Optional.empty(),
            spec.isTrueAt("suspend"),
            spec),
        object.root().mappingAt("status"));
  }
}
