package dev.levada.operator.pullrequest;

import dev.levada.api.PullRequestPolicy;
import dev.levada.core.expression.InvalidExpression;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.pullrequest.ImageStep;
import dev.levada.core.pullrequest.MergeRule;
import dev.levada.fetch.forge.CommitStatus;
import dev.levada.fetch.forge.Forge;
import dev.levada.fetch.forge.ForgeFailed;
import dev.levada.fetch.forge.PullRequest;
import dev.levada.operator.update.BranchChanges.Brought;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Merges a pull request as soon as its policy allows it without a person.
///
/// @param method how
/// @param rule when
record AutoMerge(Forge.MergeMethod method, MergeRule rule) {

  /// Reads what a policy says.
  ///
  /// @throws FailureException where a condition cannot be used
  static AutoMerge of(PullRequestPolicy.AutoMerge said) {
    try {
      return new AutoMerge(method(said.method()), MergeRule.compile(said.conditions()));
    } catch (InvalidExpression broken) {
      throw FailureException.stalled(
          Reason.INVALID_CEL_EXPRESSION,
          "spec.autoMerge.conditions: " + broken.getMessage(),
          "Correct the condition");
    }
  }

  private static Forge.MergeMethod method(String word) {
    return switch (word) {
      case "squash" -> Forge.MergeMethod.SQUASH;
      case "rebase" -> Forge.MergeMethod.REBASE;
      default -> Forge.MergeMethod.MERGE;
    };
  }

  /// Merges, unless something keeps it from that.
  ///
  /// @param since when the present images were proposed
  /// @return what keeps it; empty where it was merged
  List<String> merge(
      Forge forge, PullRequest request, Brought brought, Instant since, Instant now) {
    var facts =
        new MergeRule.Facts(
            request.draft(),
            checks(forge, request.commit()),
            forge.approvals(request.number()),
            steps(brought),
            since,
            now);
    List<String> obstacles = rule.obstacles(facts);
    return obstacles.isEmpty() ? ask(forge, request) : obstacles;
  }

  /// The host has rules of its own, and may still be finding out whether the branches fit.
  private List<String> ask(Forge forge, PullRequest request) {
    try {
      forge.merge(request, method, request.title());
      return List.of();
    } catch (ForgeFailed failed) {
      return switch (failed.kind()) {
        case CONFLICT, INVALID -> List.of(failed.failure().message());
        case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, LIMITED, SERVER, NOT_AN_API, UNREACHABLE ->
            throw failed;
      };
    }
  }

  private static Map<String, String> checks(Forge forge, String commit) {
    var checks = new TreeMap<String, String>();
    for (CommitStatus status : forge.statuses(commit)) {
      checks.put(
          status.context(),
          switch (status.state()) {
            case SUCCESS -> MergeRule.SUCCESS;
            case PENDING, FAILURE, ERROR -> status.state().name().toLowerCase(Locale.ROOT);
          });
    }
    return checks;
  }

  private static Set<ImageStep.Size> steps(Brought brought) {
    return brought.changes().stream()
        .map(change -> ImageStep.of(change).size())
        .collect(Collectors.toSet());
  }
}
