package dev.levada.operator.pullrequest;

import dev.levada.core.failure.Failure;
import dev.levada.core.pullrequest.RequestStep;
import dev.levada.fetch.forge.PullRequest;
import java.util.List;
import java.util.Optional;

/// What became of one pull request in a run.
///
/// @param slot which one
/// @param step the step that was taken
/// @param request the pull request after it, if there is one
/// @param obstacles what keeps it from being merged, where that is done without a person
/// @param failure why the step could not be taken, if it could not
record RequestTurn(
    RequestSlot slot,
    RequestStep step,
    Optional<PullRequest> request,
    List<String> obstacles,
    Optional<Failure> failure) {

  static RequestTurn done(RequestSlot slot, RequestStep step, Optional<PullRequest> request) {
    return new RequestTurn(slot, step, request, List.of(), Optional.empty());
  }

  static RequestTurn failed(RequestSlot slot, RequestStep step, Failure failure) {
    return new RequestTurn(slot, step, Optional.empty(), List.of(), Optional.of(failure));
  }

  /// The same, where the pull request itself was opened and only what comes after was not done.
  RequestTurn half(Optional<PullRequest> opened) {
    return new RequestTurn(slot, step, opened, obstacles, failure);
  }

  RequestTurn hindered(List<String> by) {
    return new RequestTurn(slot, step, request, by, failure);
  }

  /// Whether it is the one for all images.
  boolean isForAll() {
    return slot.policy().isEmpty() && !slot.superseded();
  }

  /// Whether its words at the host were written in this run.
  boolean isWritten() {
    return failure.isEmpty()
        && (step instanceof RequestStep.Open || step instanceof RequestStep.Update);
  }

  /// Whether it is open after this run, as far as that is known.
  boolean isOpen() {
    return request.map(each -> each.state() == PullRequest.State.OPEN).orElse(slot.isKnownOpen());
  }

  /// The state's word; empty where there is none.
  String word() {
    return request.map(each -> RequestSlot.word(each.state())).orElse("");
  }
}
