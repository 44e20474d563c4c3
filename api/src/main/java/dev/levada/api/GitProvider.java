package dev.levada.api;

import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import java.time.Duration;

/// A repository at a Git host, and the account that opens pull requests there
/// (levada.dev/v1alpha1).
///
/// @param metadata name, namespace and the like
/// @param spec what the user wants
/// @param status what was last reported, as the API server holds it
public record GitProvider(Metadata metadata, Spec spec, Mapping status) {

  /// The kind's word.
  public static final String KIND = "GitProvider";

  /// The type as the API server names it.
  public static final GroupVersionKind TYPE = new GroupVersionKind("levada.dev", "v1alpha1", KIND);

  /// What the user wants.
  ///
  /// @param type the kind of host, such as `github`
  /// @param url the host's address
  /// @param repository the repository's path there
  /// @param secretName the Secret with the account's token; empty for none
  /// @param interval how often to see whether the host lets us in
  /// @param timeout how long one question may take
  /// @param suspended whether to leave it alone
  public record Spec(
      String type,
      String url,
      String repository,
      String secretName,
      Duration interval,
      Duration timeout,
      boolean suspended) {}

  /// Reads the resource.
  ///
  /// @throws IllegalArgumentException where a field holds what the schema would have refused
  public static GitProvider of(Manifest object) {
    Mapping spec = object.root().mappingAt("spec");
    return new GitProvider(
        Metadata.of(object),
        new Spec(
            spec.textAt("type"),
            spec.textAt("url"),
            spec.textAt("repository"),
            spec.textAt("secretRef", "name"),
            GoDuration.parse(spec.textAt("interval"), Duration.ofMinutes(10)),
            GoDuration.parse(spec.textAt("timeout"), Duration.ofMinutes(1)),
            spec.isTrueAt("suspend")),
        object.root().mappingAt("status"));
  }
}
