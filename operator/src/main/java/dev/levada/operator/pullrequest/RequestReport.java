package dev.levada.operator.pullrequest;

import dev.levada.core.failure.Failure;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.pullrequest.RequestStep;
import dev.levada.fetch.forge.PullRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a policy's status, condition and event say after a run.
///
/// @param done what became of the run
/// @param before the status before
/// @param generation the policy's generation
/// @param now the time
record RequestReport(RequestWork.Done done, Mapping before, long generation, Instant now) {

  private static final int MOST = 50;

  /// The fields of the status: the one pull request for all images, and the list of the others.
  Map<String, Node> fields() {
    Map<String, Node> fields = new LinkedHashMap<>();
    List<Mapping> one = entries(true);
    List<Mapping> others = entries(false);
    put(fields, "pullRequest", one.stream().findFirst());
    put(
        fields,
        "pullRequests",
        Optional.of(new Sequence(others)).filter(list -> !others.isEmpty()));
    put(fields, "open", Optional.of(open(others)).filter(numbers -> !others.isEmpty()));
    return fields;
  }

  /// For `kubectl get`, which shows no lists.
  private static Scalar open(List<Mapping> entries) {
    return Scalar.of(
        entries.stream()
            .filter(entry -> entry.textAt("state").equals(RequestSlot.word(PullRequest.State.OPEN)))
            .map(entry -> entry.textAt("number"))
            .collect(Collectors.joining(", ")));
  }

  private List<Mapping> entries(boolean forAll) {
    return done.turns().stream()
        .filter(turn -> turn.isForAll() == forAll)
        .flatMap(turn -> entry(turn).stream())
        .toList();
  }

  /// What is there no longer is taken away by name, since a merge keeps what it is not told of.
  private void put(Map<String, Node> fields, String name, Optional<? extends Node> value) {
    if (value.isPresent()) {
      fields.put(name, value.get());
    } else if (before.has(name)) {
      fields.put(name, Scalar.NULL);
    }
  }

  /// What the status says of one pull request. The images stay those of the words at the host,
  /// unless these were written anew.
  private Optional<Mapping> entry(RequestTurn turn) {
    Mapping known = turn.slot().known();
    if (turn.slot().superseded() && !turn.isOpen()) {
      return Optional.empty();
    }
    if (turn.request().isEmpty()) {
      return Optional.of(known).filter(entry -> !entry.isEmpty());
    }
    return Optional.of(entry(turn, turn.request().get(), known));
  }

  private Mapping entry(RequestTurn turn, PullRequest request, Mapping known) {
    boolean written = turn.isWritten();
    // What was opened without all that belongs to it is brought up to date in the next run.
    boolean half = turn.failure().isPresent();
    // What an earlier run opened and did not report brings what the branch brings.
    boolean isNew = known.numberAt(0, "number") != request.number();
    long words = half ? -1 : known.numberAt(generation, "generation");
    String since = known.textAt("since");
    String policy = turn.slot().policy();
    return (policy.isEmpty() ? new Mapping() : new Mapping().put("policy", policy))
        .put("number", Scalar.of(request.number()))
        .put("url", request.url())
        .put("state", turn.word())
        // Hosts give another name to a head whose branch is gone.
        .put("head", turn.slot().brought().head())
        .put("base", turn.slot().brought().base())
        .put("generation", Scalar.of(written ? generation : words))
        .put("images", written || half || isNew ? turn.slot().images() : known.textAt("images"))
        .put("since", written || since.isEmpty() ? shown(now) : since);
  }

  private static String shown(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// How things stand, the same words as long as they stand so.
  String state() {
    List<String> states =
        sentences(done.turns().stream())
            .map(RequestSentence::state)
            .filter(text -> !text.isEmpty())
            .toList();
    if (states.isEmpty()) {
      return RequestSentence.nothing(done.base());
    }
    return states.stream().limit(MOST).collect(Collectors.joining("; "))
        + (states.size() > MOST ? "; and " + (states.size() - MOST) + " more" : "");
  }

  /// What an event says; empty where there is nothing new.
  String news() {
    return sentences(done.turns().stream().filter(turn -> turn.failure().isEmpty()))
        .map(RequestSentence::news)
        .filter(text -> !text.isEmpty())
        .limit(MOST)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<RequestSentence> sentences(Stream<RequestTurn> turns) {
    return turns.map(RequestSentence::new);
  }

  /// Whether something has been merged since the last run.
  boolean isNewlyMerged() {
    return sentences(
            done.turns().stream().filter(turn -> turn.step() instanceof RequestStep.Merged))
        .anyMatch(sentence -> !sentence.news().isEmpty());
  }

  /// The first failure, with the name of whom it concerns and the number of the others.
  Optional<Failure> failure() {
    List<RequestTurn> failed =
        done.turns().stream().filter(turn -> turn.failure().isPresent()).toList();
    return failed.stream()
        .findFirst()
        .flatMap(turn -> turn.failure().map(failure -> told(turn, failure, failed.size() - 1)));
  }

  private static Failure told(RequestTurn turn, Failure failure, int others) {
    String policy = turn.slot().policy();
    String message =
        (policy.isEmpty() ? "" : "ImagePolicy " + policy + ": ")
            + failure.message()
            + (others == 0 ? "" : "; and " + others + " more");
    return switch (failure) {
      case Failure.Stalled(var reason, String _, String fix) ->
          new Failure.Stalled(reason, message, fix);
      case Failure.Waiting(var reason, String _, String fix, var again) ->
          new Failure.Waiting(reason, message, fix, again);
      case Failure.Retrying(var reason, String _, String fix) ->
          new Failure.Retrying(reason, message, fix);
    };
  }
}
