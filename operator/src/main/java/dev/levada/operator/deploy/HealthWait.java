package dev.levada.operator.deploy;

import dev.levada.api.GoDuration;
import dev.levada.api.Kustomization;
import dev.levada.core.expression.HealthExpressions;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.health.HealthRules;
import dev.levada.core.health.HealthSummary;
import dev.levada.core.manifest.ObjectId;
import dev.levada.operator.destination.HealthBoard;
import dev.levada.operator.destination.HealthJudge;
import dev.levada.operator.destination.Target;
import dev.levada.operator.ingredient.Questions;
import dev.levada.operator.report.KustomizationNews;
import dev.levada.operator.report.KustomizationReport;
import dev.levada.operator.runtime.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Waits until objects are healthy, as their watches tell it: parked, holding no permit and none of
/// the rendered objects (flux-api §2.5).
public final class HealthWait {

  /// A wait that ends within this is not worth a status write.
  private static final Duration QUIET = Duration.ofSeconds(1);

  /// How a wait ended that did not fail.
  private enum Ending {
    HEALTHY,
    TIMED_OUT,
    SUPERSEDED,
    STOPPING
  }

  private final Questions questions;
  private final KustomizationReport report;
  private final KustomizationNews news;
  private final Clock clock;
  private final boolean failFast;

  /// @param questions health in the user's words
  /// @param report says that a wait lasts
  /// @param news says that it ended well
  /// @param clock tells how long it took
  /// @param failFast whether the first failed object ends a wait
  public HealthWait(
      Questions questions,
      KustomizationReport report,
      KustomizationNews news,
      Clock clock,
      boolean failFast) {
    this.questions = questions;
    this.report = report;
    this.news = news;
    this.clock = clock;
    this.failFast = failFast;
  }

  /// What is waited for.
  ///
  /// @param target where it is
  /// @param ids the objects that must be healthy
  /// @param own those that the Kustomization applied, and so are observed and judged anyway
  /// @param judge judges the others
  record Sought(Target target, Set<ObjectId> ids, Set<ObjectId> own, HealthJudge judge) {}

  /// Whether, without asking anybody, all that is to be healthy is seen to be so.
  ///
  /// @param object whose wishes
  /// @param target where its objects are
  /// @param own the objects that it applied
  boolean isHealthyNow(Kustomization object, Target target, Set<ObjectId> own) {
    return !isChecked(object)
        || (own.containsAll(wanted(object, own)) && target.areHealthy(wanted(object, own)));
  }

  /// Waits for all that is to be healthy.
  ///
  /// @param object whose wishes
  /// @param target where its objects are
  /// @param own the objects that it applied
  /// @param changed whether any of them was changed just now
  Deployment.End await(
      Kustomization object,
      Target target,
      Set<ObjectId> own,
      boolean changed,
      Progress progress,
      Run run)
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
    var sought = sought(object, target, own);
    Ending ending = await(sought, object.spec().timeout(), run, lasts);
    Duration took = Duration.between(begun, clock.instant());
    if (ending == Ending.SUPERSEDED && took.compareTo(QUIET) >= 0) {
      report.canceled(object, progress.attempt(), took);
    }
    if (ending != Ending.HEALTHY) {
      return Deployment.End.SUPERSEDED;
    }
    progress.reach(attempt -> attempt.checked(took));
    news.healthy(object, revision, took, changed);
    return Deployment.End.CHANGED;
  }

  /// Waits for the objects of a stage that later stages need; false where the run was superseded.
  boolean awaitStage(Target target, Set<ObjectId> ids, Duration timeout, Run run)
      throws InterruptedException {
    return await(new Sought(target, ids, ids, HealthRules::of), timeout, run, () -> {})
        == Ending.HEALTHY;
  }

  // What is already observed was perhaps judged by the words of an earlier spec.
  private Sought sought(Kustomization object, Target target, Set<ObjectId> own) {
    HealthExpressions words = questions.health(object);
    var observed = new HashSet<>(own);
    observed.removeIf(words::covers);
    return new Sought(target, wanted(object, own), observed, words::judge);
  }

  private static boolean isChecked(Kustomization object) {
    return object.spec().waits() || !object.spec().healthChecks().isEmpty();
  }

  private static Set<ObjectId> wanted(Kustomization object, Set<ObjectId> own) {
    return object.spec().waits() ? own : Set.copyOf(object.spec().healthChecks());
  }

  private Ending await(Sought sought, Duration timeout, Run run, Runnable lasts)
      throws InterruptedException {
    Instant begun = clock.instant();
    Instant deadline = begun.plus(timeout);
    try (HealthBoard.Watch watch =
        sought.target().watch(sought.ids(), sought.own(), sought.judge())) {
      Ending ending = until(earlier(begun.plus(QUIET), deadline), watch, run);
      if (ending == Ending.TIMED_OUT && !isDoomed(new HealthSummary(watch.health()))) {
        lasts.run();
        ending = until(deadline, watch, run);
      }
      if (ending == Ending.TIMED_OUT) {
        throw failed(new HealthSummary(watch.health()), sought.target(), begun);
      }
      return ending;
    }
  }

  /// Waits until all is healthy or waiting longer is of no use, which counts as the deadline.
  private Ending until(Instant deadline, HealthBoard.Watch watch, Run run)
      throws InterruptedException {
    while (true) {
      var summary = new HealthSummary(watch.health());
      if (summary.isHealthy()) {
        return Ending.HEALTHY;
      }
      if (isDoomed(summary)) {
        return Ending.TIMED_OUT;
      }
      switch (run.await(watch.gate(), deadline)) {
        case OPENED -> {}
        case TIMED_OUT -> {
          return Ending.TIMED_OUT;
        }
        case SUPERSEDED -> {
          return Ending.SUPERSEDED;
        }
        case STOPPING -> {
          return Ending.STOPPING;
        }
      }
    }
  }

  private boolean isDoomed(HealthSummary summary) {
    return summary.hasFailed() && (failFast || summary.isOver());
  }

  private FailureException failed(HealthSummary summary, Target target, Instant begun) {
    String took = GoDuration.rounded(Duration.between(begun, clock.instant()));
    List<String> causes = target.troubles(summary.unhealthy());
    return FailureException.retrying(
        Reason.HEALTH_CHECK_FAILED,
        "health check failed after "
            + took
            + ": "
            + (isDoomed(summary) ? summary.failedEarly() : summary.timedOut()),
        Stream.concat(Stream.of(summary.details()), causes.stream())
            .collect(Collectors.joining("; ")));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
