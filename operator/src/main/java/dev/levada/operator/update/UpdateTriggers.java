package dev.levada.operator.update;

import dev.levada.api.GitRepository;
import dev.levada.api.ImagePolicy;
import dev.levada.api.ImageUpdateAutomation;
import dev.levada.operator.image.LatestRefs;
import dev.levada.operator.runtime.Controllers;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.Urgency;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Wakes automations when one of their policies has chosen another image, or their source has
/// changed.
public final class UpdateTriggers {

  private static final String BY_NAMESPACE = "namespace";
  private static final String BY_SOURCE = "source";

  private final ResourceCache<ImageUpdateAutomation> automations;
  private final Controllers controllers;
  private final Gathering gathering = new Gathering();
  private final Clock clock;

  /// @param automations the ImageUpdateAutomations as the cluster has them
  /// @param controllers whom to wake
  /// @param clock tells when a policy has chosen
  public UpdateTriggers(
      ResourceCache<ImageUpdateAutomation> automations, Controllers controllers, Clock clock) {
    this.automations = automations;
    this.controllers = controllers;
    this.clock = clock;
    automations.index(BY_NAMESPACE, object -> List.of(object.metadata().namespace()));
    automations.index(
        BY_SOURCE,
        object ->
            List.of(object.spec().source().namespace() + "/" + object.spec().source().name()));
  }

  /// A policy is new, changed or gone.
  public void policyChanged(@Nullable ImagePolicy before, @Nullable ImagePolicy after) {
    ImagePolicy shown = after == null ? before : after;
    if (shown == null
        || (before != null
            && after != null
            && LatestRefs.latest(before).equals(LatestRefs.latest(after))
            && before.metadata().labels().equals(after.metadata().labels()))) {
      return;
    }
    for (Key automation : keys(BY_NAMESPACE, shown.metadata().namespace())) {
      gathering.chosen(automation, clock.instant());
      controllers.enqueueAfter(automation, Gathering.QUIET, Urgency.CHANGED);
    }
  }

  /// How long an automation is to wait for further choices of its policies; zero where it may run.
  Duration left(Key automation) {
    return gathering.left(automation, clock.instant());
  }

  /// A GitRepository is new, changed or gone.
  public void sourceChanged(@Nullable GitRepository before, @Nullable GitRepository after) {
    if (after == null || (before != null && seen(before).equals(seen(after)))) {
      return;
    }
    for (Key automation :
        keys(BY_SOURCE, after.metadata().namespace() + "/" + after.metadata().name())) {
      controllers.enqueue(automation, Urgency.CHANGED, false);
    }
  }

  private static List<String> seen(GitRepository source) {
    return List.of(
        String.valueOf(source.metadata().generation()),
        source.status().textAt("artifact", "revision"));
  }

  private List<Key> keys(String index, String value) {
    return automations.lookup(index, value).stream()
        .map(object ->
            new Key(
                ImageUpdateAutomation.KIND,
                object.metadata().namespace(),
                object.metadata().name()))
        .toList();
  }
}
