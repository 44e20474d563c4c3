package dev.levada.operator.pullrequest;

import dev.levada.api.Condition;
import dev.levada.api.GitProvider;
import dev.levada.api.ImageUpdateAutomation;
import dev.levada.api.PullRequestPolicy;
import dev.levada.api.SourceReference;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.fetch.forge.Forge;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.update.BranchChanges;
import dev.levada.operator.update.BranchChanges.Brought;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Does one policy's work: gathers what the automation has pushed and what there is at the host,
/// and takes the step that follows from it.
///
/// @param automations the ImageUpdateAutomations as the cluster has them
/// @param providers the GitProviders as the cluster has them
/// @param access opens hosts
/// @param changes tells what a branch brings
/// @param readers tells which Kustomizations read what is changed
/// @param clock tells the time to templates
public record RequestWork(
    ResourceCache<ImageUpdateAutomation> automations,
    ResourceCache<GitProvider> providers,
    ForgeAccess access,
    BranchChanges changes,
    FileReaders readers,
    Clock clock) {

  private static final Duration AGAIN = Duration.ofSeconds(30);

  /// What became of a run.
  ///
  /// @param turns what became of each pull request
  /// @param base the branch that they are to be merged into
  /// @param source the repository
  record Done(List<RequestTurn> turns, String base, SourceReference source) {}

  Done run(PullRequestPolicy policy) {
    ImageUpdateAutomation automation = automation(policy);
    GitProvider provider = provider(policy);
    Brought brought =
        changes.find(
            key(policy),
            automation,
            policy.spec().base(),
            () -> access.ask(provider, Forge::defaultBranch));
    Instant now = clock.instant();
    List<RequestSlot> slots = new RequestSlots(policy, automation, brought, now).list();
    Optional<AutoMerge> merge = policy.spec().autoMerge().map(AutoMerge::of);
    var words = new RequestWords.Writer(policy, automation, readers, now);
    List<RequestTurn> turns =
        access.ask(
            provider,
            forge ->
                new RequestHand(policy, automation, changes, key(policy), merge, words, forge, now)
                    .see(slots));
    return new Done(turns, brought.base(), automation.spec().source());
  }

  private ImageUpdateAutomation automation(PullRequestPolicy policy) {
    String name = policy.spec().automation();
    ImageUpdateAutomation automation =
        automations
            .find(policy.metadata().namespace(), name)
            .orElseThrow(() ->
                FailureException.retrying(
                    Reason.DEPENDENCY_NOT_READY,
                    "ImageUpdateAutomation '" + name + "' not found",
                    "Create it, or correct spec.automationRef"));
    if (!Condition.isTrue(automation.status(), Condition.READY)) {
      throw new FailureException(
          new Failure.Waiting(
              Reason.DEPENDENCY_NOT_READY,
              "ImageUpdateAutomation '" + name + "' is not ready",
              "Look at its conditions; this one goes on by itself",
              AGAIN));
    }
    return automation;
  }

  private GitProvider provider(PullRequestPolicy policy) {
    String name = policy.spec().provider();
    return providers
        .find(policy.metadata().namespace(), name)
        .orElseThrow(() ->
            FailureException.retrying(
                Reason.DEPENDENCY_NOT_READY,
                "GitProvider '" + name + "' not found",
                "Create it, or correct spec.providerRef"));
  }

  void forget(PullRequestPolicy policy) {
    changes.forget(key(policy));
  }

  private static String key(PullRequestPolicy policy) {
    return PullRequestPolicy.KIND
        + "/"
        + policy.metadata().namespace()
        + "/"
        + policy.metadata().name();
  }
}
