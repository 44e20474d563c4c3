package dev.levada.operator.pullrequest;

import dev.levada.api.ImageUpdateAutomation;
import dev.levada.api.PullRequestPolicy;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.pullrequest.OpenLimit;
import dev.levada.core.pullrequest.RequestStep;
import dev.levada.core.pullrequest.Situation;
import dev.levada.fetch.forge.Forge;
import dev.levada.fetch.forge.ForgeFailed;
import dev.levada.fetch.forge.Proposal;
import dev.levada.fetch.forge.PullRequest;
import dev.levada.operator.update.BranchChanges;
import dev.levada.operator.update.BranchChanges.Brought;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sees to the pull requests of one policy at the host. Each step can be taken again after a crash.
///
/// @param policy what the user wants
/// @param automation who pushes the images
/// @param changes pushes branches of single images
/// @param key names the policy there
/// @param merge merges without a person, where that is wanted
/// @param writer writes their words
/// @param forge the host
/// @param now the time
record RequestHand(
    PullRequestPolicy policy,
    ImageUpdateAutomation automation,
    BranchChanges changes,
    String key,
    Optional<AutoMerge> merge,
    RequestWords.Writer writer,
    Forge forge,
    Instant now) {

  private static final Duration AGAIN = Duration.ofSeconds(30);

  /// What is due for one pull request.
  private record Due(
      RequestSlot slot, RequestWords words, RequestStep step, Optional<PullRequest> last) {}

  /// Finds out what is due for each, and does it. Where one step fails, the others are still taken,
  /// unless the host as a whole is in the way.
  List<RequestTurn> see(List<RequestSlot> slots) {
    var open = new OpenRequests(forge, slots);
    List<Due> due = slots.stream().map(slot -> due(slot, open)).toList();
    List<RequestStep> allowed =
        new OpenLimit(policy.spec().grouping().maxOpen()).of(due.stream().map(Due::step).toList());
    var turns = new ArrayList<RequestTurn>();
    Optional<Failure> away = Optional.empty();
    for (int i = 0; i < due.size(); i++) {
      RequestSlot slot = due.get(i).slot();
      if (away.isPresent()) {
        turns.add(RequestTurn.failed(slot, allowed.get(i), away.get()));
        continue;
      }
      try {
        turns.add(turn(due.get(i), allowed.get(i)));
      } catch (ForgeFailed failed) {
        turns.add(
            RequestTurn.failed(slot, allowed.get(i), failed.failure())
                .half(opened(slot, allowed.get(i))));
        away = failed.isOfHost() ? Optional.of(failed.failure()) : Optional.empty();
      } catch (FailureException failed) {
        turns.add(RequestTurn.failed(slot, allowed.get(i), failed.failure()));
      }
    }
    return List.copyOf(turns);
  }

  /// What a failed opening has left. It is written down, so that it is known when a person closes
  /// it.
  private Optional<PullRequest> opened(RequestSlot slot, RequestStep step) {
    try {
      return step instanceof RequestStep.Open
          ? forge.find(slot.brought().head(), slot.brought().base())
          : Optional.empty();
    } catch (ForgeFailed unknown) {
      return Optional.empty();
    }
  }

  private Due due(RequestSlot slot, OpenRequests requests) {
    RequestWords words = writer.write(slot);
    if (slot.isOver()) {
      return new Due(slot, words, new RequestStep.Nothing(), Optional.empty());
    }
    Optional<PullRequest> open =
        slot.superseded()
            ? last(slot).filter(each -> each.state() == PullRequest.State.OPEN)
            : requests.find(slot);
    Optional<PullRequest> last = open.or(() -> last(slot));
    boolean reworded = slot.known().numberAt(-1, "generation") != policy.metadata().generation();
    var situation =
        new Situation(
            slot.images(),
            slot.images().isEmpty() || isBranched(slot),
            open.map(PullRequest::number),
            remembered(slot, last),
            reworded,
            policy.spec().closeObsolete());
    RequestStep step = situation.step();
    return step instanceof RequestStep.Open
        ? refused(slot)
            .map(request -> new Due(slot, words, respect(request), Optional.of(request)))
            .orElseGet(() -> new Due(slot, words, step, last))
        : new Due(slot, words, step, last);
  }

  /// A pull request that was closed with the very commit that the branch has now, and is newer than
  /// all that the status knows: the engine ended between opening and report, and a person closed
  /// it.
  private Optional<PullRequest> refused(RequestSlot slot) {
    Brought brought = slot.brought();
    return changes
        .tip(automation, brought.head())
        .flatMap(tip ->
            forge.latestClosed().stream()
                .filter(each -> each.number() > newest())
                .filter(each -> RequestSlot.isOf(each, brought))
                .filter(each -> !each.commit().isEmpty() && tip.startsWith(each.commit()))
                .findFirst());
  }

  private long newest() {
    long one = policy.status().mappingAt("pullRequest").numberAt(0, "number");
    return policy.status().sequenceAt("pullRequests").items().stream()
        .mapToLong(each -> each instanceof Mapping entry ? entry.numberAt(0, "number") : 0)
        .reduce(one, Math::max);
  }

  private static RequestStep respect(PullRequest request) {
    return new RequestStep.Respect(request.number(), false);
  }

  /// The branch of a single image is pushed before its pull request is opened.
  private boolean isBranched(RequestSlot slot) {
    return !slot.policy().isEmpty() || changes.tip(automation, slot.brought().head()).isPresent();
  }

  /// The pull request that the status names, as it is at the host now.
  private Optional<PullRequest> last(RequestSlot slot) {
    return slot.number().flatMap(number -> ForgeFailed.orNothing(() -> forge.get(number)));
  }

  private static Optional<Situation.Last> remembered(RequestSlot slot, Optional<PullRequest> last) {
    Mapping known = slot.known();
    return last.filter(request -> slot.number().filter(n -> n == request.number()).isPresent())
        .map(request ->
            new Situation.Last(
                request.number(),
                known.textAt("images"),
                request.state() == PullRequest.State.MERGED));
  }

  private RequestTurn turn(Due due, RequestStep step) {
    RequestSlot slot = due.slot();
    return switch (step) {
      case RequestStep.Open _ -> RequestTurn.done(slot, step, Optional.of(open(slot, due.words())));
      case RequestStep.Update(long number) ->
          RequestTurn.done(slot, step, Optional.of(update(slot, number, due.words())));
      case RequestStep.Close(long number) ->
          RequestTurn.done(slot, step, Optional.of(close(slot, number)));
      case RequestStep.Keep(long number) -> kept(slot, number, due.last());
      case RequestStep.AwaitBranch _ -> RequestTurn.failed(slot, step, gone(slot));
      case RequestStep.Respect _, RequestStep.Merged _, RequestStep.Nothing _, RequestStep.Wait _ ->
          RequestTurn.done(slot, step, due.last());
    };
  }

  private Failure gone(RequestSlot slot) {
    return new Failure.Waiting(
        Reason.DEPENDENCY_NOT_READY,
        "the branch '" + slot.brought().head() + "' with " + slot.images() + " is gone",
        "ImageUpdateAutomation '"
            + policy.spec().automation()
            + "' has been asked to push it again",
        AGAIN);
  }

  private PullRequest open(RequestSlot slot, RequestWords told) {
    push(slot);
    return proposal()
        .open(forge, slot.brought().head(), slot.brought().base(), told.title(), told.body());
  }

  private PullRequest update(RequestSlot slot, long number, RequestWords told) {
    push(slot);
    return proposal().update(forge, number, told.title(), told.body());
  }

  private void push(RequestSlot slot) {
    if (!slot.policy().isEmpty() && !slot.brought().policies().isEmpty()) {
      changes.push(key, automation, slot.brought());
    }
  }

  private PullRequest close(RequestSlot slot, long number) {
    forge.comment(
        number,
        slot.superseded()
            ? "What this brings is proposed in another place now."
            : "`" + slot.brought().base() + "` has all that this brings.");
    forge.close(number);
    return forge.get(number);
  }

  /// Merges what stands as an earlier run has left it, so that checks had time to begin.
  private RequestTurn kept(RequestSlot slot, long number, Optional<PullRequest> last) {
    push(slot);
    RequestTurn kept = RequestTurn.done(slot, new RequestStep.Keep(number), last);
    if (merge.isEmpty() || last.isEmpty() || slot.brought().policies().isEmpty()) {
      return kept;
    }
    List<String> obstacles = merge.get().merge(forge, last.get(), slot.brought(), since(slot), now);
    return obstacles.isEmpty()
        ? RequestTurn.done(slot, new RequestStep.Merged(number), Optional.of(forge.get(number)))
        : kept.hindered(obstacles);
  }

  private Instant since(RequestSlot slot) {
    String since = slot.known().textAt("since");
    return since.isEmpty() ? now : Instant.parse(since);
  }

  private Proposal proposal() {
    PullRequestPolicy.Words words = policy.spec().words();
    return new Proposal(words.labels(), words.reviewers(), words.draft());
  }
}
