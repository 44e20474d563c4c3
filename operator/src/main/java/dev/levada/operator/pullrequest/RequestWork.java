package dev.levada.operator.pullrequest;

import dev.levada.api.Condition;
import dev.levada.api.GitProvider;
import dev.levada.api.ImageUpdateAutomation;
import dev.levada.api.PullRequestPolicy;
import dev.levada.api.SourceReference;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.image.ChosenImage;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.pullrequest.RequestStep;
import dev.levada.core.pullrequest.Situation;
import dev.levada.fetch.forge.Forge;
import dev.levada.fetch.forge.ForgeFailed;
import dev.levada.fetch.forge.PullRequest;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.update.BranchChanges;
import dev.levada.operator.update.BranchChanges.Brought;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Does one policy's work: gathers what the automation has pushed and what there is at the host,
/// and takes the step that follows from it.
///
/// @param automations the ImageUpdateAutomations as the cluster has them
/// @param providers the GitProviders as the cluster has them
/// @param access opens hosts
/// @param changes tells what a branch brings
/// @param clock tells the time to templates
public record RequestWork(
    ResourceCache<ImageUpdateAutomation> automations,
    ResourceCache<GitProvider> providers,
    ForgeAccess access,
    BranchChanges changes,
    Clock clock) {

  private static final Duration AGAIN = Duration.ofSeconds(30);

  /// What became of a run.
  ///
  /// @param step the step that was taken
  /// @param request the pull request that it was about, if there is one
  /// @param brought what the branch brings
  /// @param source the repository
  /// @param obstacles what keeps it from being merged, where that is done without a person
  record Done(
      RequestStep step,
      Optional<PullRequest> request,
      Brought brought,
      SourceReference source,
      List<String> obstacles) {

    /// The images, each with tag and digest, sorted.
    String images() {
      return told(brought);
    }
  }

  Done run(PullRequestPolicy policy) {
    ImageUpdateAutomation automation = automation(policy);
    GitProvider provider = provider(policy);
    Brought brought =
        changes.find(
            key(policy),
            automation,
            policy.spec().base(),
            () -> access.ask(provider, Forge::defaultBranch));
    RequestWords words = RequestWords.of(policy, automation, brought, clock.instant());
    Optional<AutoMerge> merge = policy.spec().autoMerge().map(AutoMerge::of);
    return access.ask(
        provider,
        forge -> {
          Act act = act(policy, brought, words, forge);
          SourceReference source = automation.spec().source();
          var done = new Done(act.step(), act.request(), brought, source, List.of());
          return merge.map(auto -> merged(auto, policy, done, forge)).orElse(done);
        });
  }

  /// The step that was taken, and the pull request after it.
  private record Act(RequestStep step, Optional<PullRequest> request) {}

  /// Merges what stands as an earlier run has left it, so that checks had time to begin.
  private Done merged(AutoMerge auto, PullRequestPolicy policy, Done done, Forge forge) {
    if (!(done.step() instanceof RequestStep.Keep(long number)) || done.request().isEmpty()) {
      return done;
    }
    PullRequest request = done.request().get();
    Instant now = clock.instant();
    List<String> obstacles = auto.merge(forge, request, done.brought(), since(policy, now), now);
    return obstacles.isEmpty()
        ? new Done(
            new RequestStep.Merged(number),
            Optional.of(forge.get(number)),
            done.brought(),
            done.source(),
            obstacles)
        : new Done(done.step(), done.request(), done.brought(), done.source(), obstacles);
  }

  private static Instant since(PullRequestPolicy policy, Instant now) {
    String since = policy.status().mappingAt("pullRequest").textAt("since");
    return since.isEmpty() ? now : Instant.parse(since);
  }

  private static Act act(
      PullRequestPolicy policy, Brought brought, RequestWords words, Forge forge) {
    Optional<PullRequest> open = forge.find(brought.head(), brought.base());
    Optional<PullRequest> last = open.or(() -> last(policy, forge));
    boolean reworded =
        policy.status().numberAt(-1, "observedGeneration") != policy.metadata().generation();
    var situation =
        new Situation(
            told(brought),
            open.map(PullRequest::number),
            remembered(policy, last),
            reworded,
            policy.spec().closeObsolete());
    RequestStep step = situation.step();
    var hand = new RequestHand(forge, policy.spec().words());
    Optional<PullRequest> request =
        switch (step) {
          case RequestStep.Open _ -> Optional.of(hand.open(brought, words));
          case RequestStep.Update(long number) -> Optional.of(hand.update(number, words));
          case RequestStep.Close(long number) -> Optional.of(hand.close(number, brought.base()));
          case RequestStep.Keep _, RequestStep.Respect _, RequestStep.Merged _ -> last;
          case RequestStep.Nothing _ -> last;
        };
    return new Act(step, request);
  }

  /// The pull request that the status names, as it is at the host now.
  private static Optional<PullRequest> last(PullRequestPolicy policy, Forge forge) {
    long number = policy.status().mappingAt("pullRequest").numberAt(0, "number");
    return number <= 0 ? Optional.empty() : ForgeFailed.orNothing(() -> forge.get(number));
  }

  private static Optional<Situation.Last> remembered(
      PullRequestPolicy policy, Optional<PullRequest> last) {
    Mapping known = policy.status().mappingAt("pullRequest");
    return last.filter(request -> request.number() == known.numberAt(0, "number"))
        .map(request ->
            new Situation.Last(
                request.number(),
                known.textAt("images"),
                request.state() == PullRequest.State.MERGED));
  }

  private static String told(Brought brought) {
    return brought.images().stream()
        .map(ChosenImage::toString)
        .sorted()
        .collect(Collectors.joining(", "));
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
