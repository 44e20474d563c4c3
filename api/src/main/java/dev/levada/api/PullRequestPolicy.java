package dev.levada.api;

import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Opens a pull request for what an ImageUpdateAutomation has pushed (levada.dev/v1alpha1).
///
/// @param metadata name, namespace and the like
/// @param spec what the user wants
/// @param status what was last reported, as the API server holds it
public record PullRequestPolicy(Metadata metadata, Spec spec, Mapping status) {

  /// The kind's word.
  public static final String KIND = "PullRequestPolicy";

  /// The type as the API server names it.
  public static final GroupVersionKind TYPE = new GroupVersionKind("levada.dev", "v1alpha1", KIND);

  /// What the user wants.
  ///
  /// @param automation the ImageUpdateAutomation's name
  /// @param provider the GitProvider's name
  /// @param base the branch to merge into; empty for the one that the automation checks out
  /// @param grouping which images go into one pull request
  /// @param words what the pull request says
  /// @param autoMerge how and when it is merged without a person, if it is
  /// @param closeObsolete whether to close it once the base has all that it brings
  /// @param interval how often to look
  /// @param suspended whether to leave it alone
  public record Spec(
      String automation,
      String provider,
      String base,
      Grouping grouping,
      Words words,
      Optional<AutoMerge> autoMerge,
      boolean closeObsolete,
      Duration interval,
      boolean suspended) {}

  /// Which images go into one pull request.
  ///
  /// @param perImagePolicy whether each ImagePolicy has one of its own, rather than all one
  ///   together
  /// @param branch a template of the branch of an ImagePolicy; empty for the usual one
  /// @param maxOpen how many may be open at once; 0 for any number
  public record Grouping(boolean perImagePolicy, String branch, long maxOpen) {}

  /// When a pull request is merged without a person, and how.
  ///
  /// @param method `merge`, `squash` or `rebase`
  /// @param conditions questions in CEL that must all be answered with yes
  public record AutoMerge(String method, List<String> conditions) {}

  /// What a pull request says.
  ///
  /// @param title a template of the title; empty for the usual one
  /// @param body a template of the text; empty for the usual one
  /// @param labels what it is labelled with
  /// @param reviewers who is asked to review
  /// @param draft whether it is opened as a draft
  public record Words(
      String title, String body, List<String> labels, List<String> reviewers, boolean draft) {}

  /// Reads the resource.
  ///
  /// @throws IllegalArgumentException where a field holds what the schema would have refused
  public static PullRequestPolicy of(Manifest object) {
    Mapping spec = object.root().mappingAt("spec");
    return new PullRequestPolicy(
        Metadata.of(object),
        new Spec(
            spec.textAt("automationRef", "name"),
            spec.textAt("providerRef", "name"),
            spec.textAt("base"),
            new Grouping(
                spec.textAt("grouping").equals("ImagePolicy"),
                spec.textAt("branch"),
                spec.numberAt(0, "maxOpen")),
            new Words(
                spec.textAt("title"),
                spec.textAt("body"),
                spec.sequenceAt("labels").texts(),
                spec.sequenceAt("reviewers").texts(),
                spec.isTrueAt("draft")),
            spec.has("autoMerge")
                ? Optional.of(autoMerge(spec.mappingAt("autoMerge")))
                : Optional.empty(),
            !spec.has("closeObsolete") || spec.isTrueAt("closeObsolete"),
            GoDuration.parse(spec.textAt("interval"), Duration.ofMinutes(10)),
            spec.isTrueAt("suspend")),
        object.root().mappingAt("status"));
  }

  private static AutoMerge autoMerge(Mapping spec) {
    return new AutoMerge(spec.textAt("method"), spec.sequenceAt("conditions").texts());
  }
}
