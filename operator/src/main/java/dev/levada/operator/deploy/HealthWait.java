package dev.levada.operator.deploy;

import dev.levada.api.GoDuration;
import dev.levada.api.Kustomization;
import dev.levada.core.expression.HealthExpressions;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.health.HealthSummary;
import dev.levada.core.manifest.ObjectId;
import dev.levada.operator.deploy.live.HealthBoard;
import dev.levada.operator.ingredient.Questions;
import dev.levada.operator.report.KustomizationNews;
import dev.levada.operator.report.KustomizationReport;
import dev.levada.operator.runtime.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/// Waits until objects are healthy, as their watches tell it: parked, holding no permit and none of
/// the rendered objects (flux-api §2.5).
public final class HealthWait {

  /// A wait that ends within this is not worth a status write.
  private static final Duration QUIET = Duration.ofSeconds(1);

  /// How a wait ended that did not fail.
  private enum Ending {
    HEALTHY,
    TIMED_OUT,
    SUPERSEDED
  }

  private final HealthBoard board;
  private final Questions questions;
  private final KustomizationReport report;
  private final KustomizationNews news;
  private final Clock clock;

  /// @param board shows the health of objects and calls when it changes
  /// @param questions health in the user's words
  /// @param report says that a wait lasts
  /// @param news says that it ended well
  /// @param clock tells how long it took
  public HealthWait(
      HealthBoard board,
      Questions questions,
      KustomizationReport report,
      KustomizationNews news,
      Clock clock) {
    this.board = board;
    this.questions = questions;
    this.report = report;
    this.news = news;
    this.clock = clock;
  }

  /// Whether, without asking anybody, all that is to be healthy is seen to be so.
  ///
  /// @param object whose wishes
  /// @param own the objects that it applied
  boolean isHealthyNow(Kustomization object, Set<ObjectId> own) {
    return !isChecked(object)
        || (own.containsAll(wanted(object, own)) && board.areHealthy(wanted(object, own)));
  }

  /// Waits for all that is to be healthy.
  ///
  /// @param object whose wishes
  /// @param own the objects that it applied
  Deployment.End await(Kustomization object, Set<ObjectId> own, Progress progress, Run run)
      throws InterruptedException {
    if (!isChecked(object)) {
      return Deployment.End.CHANGED;
    }
    Instant begun = clock.instant();
    String revision = progress.attempt().revision();
    String stage =
        "Running health checks for revision "
            + revision
            + " with a timeout of "
            + GoDuration.text(object.spec().timeout());
    Runnable lasts = () -> report.progressing(object, progress.attempt(), stage);
    HealthExpressions words = questions.health(object);
    Set<ObjectId> wanted = wanted(object, own);
    if (!await(() -> watch(wanted, own, words), object.spec().timeout(), run, lasts)) {
      return Deployment.End.SUPERSEDED;
    }
    Duration took = Duration.between(begun, clock.instant());
    progress.reach(attempt -> attempt.checked(took));
    news.healthy(object, revision, took);
    return Deployment.End.CHANGED;
  }

  /// Waits for the objects of a stage that later stages need; false where the run was superseded.
  boolean awaitStage(Set<ObjectId> ids, Duration timeout, Run run) throws InterruptedException {
    return await(() -> board.watch(ids, ids), timeout, run, () -> {});
  }

  // What is already observed was perhaps judged by the words of an earlier spec.
  private HealthBoard.Watch watch(Set<ObjectId> ids, Set<ObjectId> own, HealthExpressions words) {
    var observed = new HashSet<>(own);
    observed.removeIf(words::covers);
    return board.watch(ids, observed, words::judge);
  }

  private static boolean isChecked(Kustomization object) {
    return object.spec().waits() || !object.spec().healthChecks().isEmpty();
  }

  private static Set<ObjectId> wanted(Kustomization object, Set<ObjectId> own) {
    return object.spec().waits() ? own : Set.copyOf(object.spec().healthChecks());
  }

  private boolean await(
      Supplier<HealthBoard.Watch> watching, Duration timeout, Run run, Runnable lasts)
      throws InterruptedException {
    Instant begun = clock.instant();
    Instant deadline = begun.plus(timeout);
    try (HealthBoard.Watch watch = watching.get()) {
      Ending ending = until(earlier(begun.plus(QUIET), deadline), watch, begun, run);
      if (ending == Ending.TIMED_OUT) {
        lasts.run();
        ending = until(deadline, watch, begun, run);
      }
      return switch (ending) {
        case HEALTHY -> true;
        case SUPERSEDED -> false;
        case TIMED_OUT -> {
          var summary = new HealthSummary(watch.health());
          throw failed(summary.timedOut(), summary, begun);
        }
      };
    }
  }

  private Ending until(Instant deadline, HealthBoard.Watch watch, Instant begun, Run run)
      throws InterruptedException {
    while (true) {
      var summary = new HealthSummary(watch.health());
      if (summary.hasFailed()) {
        throw failed(summary.failedEarly(), summary, begun);
      }
      if (summary.isHealthy()) {
        return Ending.HEALTHY;
      }
      switch (run.await(watch.gate(), deadline)) {
        case OPENED -> {}
        case TIMED_OUT -> {
          return Ending.TIMED_OUT;
        }
        case SUPERSEDED, STOPPING -> {
          return Ending.SUPERSEDED;
        }
      }
    }
  }

  private FailureException failed(String what, HealthSummary summary, Instant begun) {
    return FailureException.retrying(
        Reason.HEALTH_CHECK_FAILED,
        "health check failed after "
            + GoDuration.rounded(Duration.between(begun, clock.instant()))
            + ": "
            + what,
        summary.details());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
