package dev.levada.operator.image;

import dev.levada.api.ImagePolicy;
import dev.levada.api.ImageRepository;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.image.ChosenImage;
import dev.levada.core.image.DigestReflection;
import dev.levada.core.image.InvalidPolicy;
import dev.levada.core.image.SortOrder;
import dev.levada.core.image.TagChoice;
import dev.levada.core.image.TagFilter;
import dev.levada.core.image.TagPolicy;
import dev.levada.core.manifest.Mapping;
import dev.levada.fetch.tags.StoredTags;
import dev.levada.fetch.tags.TagStore;
import java.util.List;

/// Chooses the latest image of one ImagePolicy.
public final class LatestImage {

  private final RepositoryLookup repositories;
  private final ImageAccess access;
  private final TagStore store;

  /// @param repositories finds the policy's repository
  /// @param access asks for digests
  /// @param store where scanned tags are kept
  public LatestImage(RepositoryLookup repositories, ImageAccess access, TagStore store) {
    this.repositories = repositories;
    this.access = access;
    this.store = store;
  }

  ChosenImage choose(ImagePolicy object) {
    TagChoice choice;
    DigestReflection reflection;
    try {
      choice = choice(object.spec());
      reflection = DigestReflection.of(object.spec().digestReflection());
    } catch (InvalidPolicy broken) {
      throw invalid(String.valueOf(broken.getMessage()), "");
    }
    if (reflection == DigestReflection.ALWAYS && object.spec().interval().isZero()) {
      throw FailureException.stalled(
          Reason.INTERVAL_NOT_CONFIGURED,
          "spec.interval must be set when spec.digestReflectionPolicy is set to 'Always'",
          "");
    }
    ImageRepository repository = repositories.require(object);
    String tag = choice.choose(tags(repository));
    return new ChosenImage(
        repository.spec().image(), tag, digest(object, repository, reflection, tag));
  }

  private static TagChoice choice(ImagePolicy.Spec spec) {
    Mapping policy = spec.policy();
    TagPolicy order;
    if (policy.has("semver")) {
      order = TagPolicy.Semver.of(policy.textAt("semver", "range"));
    } else if (policy.has("alphabetical")) {
      order = new TagPolicy.Alphabetical(SortOrder.of(policy.textAt("alphabetical", "order")));
    } else if (policy.has("numerical")) {
      order = new TagPolicy.Numerical(SortOrder.of(policy.textAt("numerical", "order")));
    } else {
      throw invalid(
          "spec.policy names no order of tags", "Set semver, alphabetical or numerical below it");
    }
    if (policy.entries().size() > 1) {
      throw invalid("spec.policy names more than one order of tags", "Leave one of them");
    }
    return new TagChoice(TagFilter.of(spec.pattern(), spec.extract()), order);
  }

  // A repository's own status is asked, not the store alone: another object may have scanned the
  // same image with credentials that this one lacks.
  private List<String> tags(ImageRepository repository) {
    String image = repository.status().textAt("canonicalImageName");
    List<String> found =
        image.isEmpty() ? List.of() : store.get(image).map(StoredTags::tags).orElse(List.of());
    List<String> counted = TagChecks.counted(found, repository.observedExclusionList()).tags();
    if (counted.isEmpty()) {
      throw repositories.notReady(
          "no tags in database for ImageRepository '"
              + repository.metadata().namespace()
              + "/"
              + repository.metadata().name()
              + "'",
          "Look at its conditions; this policy goes on by itself after its next scan");
    }
    return counted;
  }

  private String digest(
      ImagePolicy object, ImageRepository repository, DigestReflection reflection, String tag) {
    ChosenImage latest = LatestRefs.latest(object);
    ChosenImage before =
        latest.name().equals(repository.spec().image()) ? latest : ChosenImage.NONE;
    if (reflection.asks(before, tag)) {
      return access
          .open(repository)
          .find(tag)
          .orElseThrow(() ->
              FailureException.retrying(
                  Reason.FAILURE,
                  "failed fetching digest of "
                      + repository.spec().image()
                      + ":"
                      + tag
                      + ": the registry has no such tag any more",
                  "It is left out after the ImageRepository's next scan"));
    }
    return reflection == DigestReflection.NEVER ? "" : before.digest();
  }

  private static FailureException invalid(String message, String fix) {
    return FailureException.stalled(Reason.INVALID_POLICY, message, fix);
  }
}
