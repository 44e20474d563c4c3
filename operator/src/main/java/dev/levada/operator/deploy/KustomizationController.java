package dev.levada.operator.deploy;

import dev.levada.api.Kustomization;
import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.ApiUnreachable;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.operator.report.Attempt;
import dev.levada.operator.report.KustomizationReport;
import dev.levada.operator.runtime.Again;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.Reconciler;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.Run;
import dev.levada.operator.runtime.timing.Jitter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Looks after Kustomizations: hands each to {@link Deployment} (or, when it goes, to {@link
/// Removal}) and what comes back to the report.
public final class KustomizationController implements Reconciler {

  private final ResourceCache<Kustomization> objects;
  private final Deployment deployment;
  private final Removal removal;
  private final KustomizationReport report;
  private final Jitter jitter;
  private final Clock clock;
  private final Patience patience = new Patience();
  private final PassingFailures passingFailures = new PassingFailures();

  /// @param objects the Kustomizations as the cluster has them
  /// @param deployment makes the cluster as one wants it
  /// @param removal takes one's objects away when it goes
  /// @param report says what became of it
  /// @param jitter spreads the intervals
  /// @param clock tells how long something has lasted
  public KustomizationController(
      ResourceCache<Kustomization> objects,
      Deployment deployment,
      Removal removal,
      KustomizationReport report,
      Jitter jitter,
      Clock clock) {
    this.objects = objects;
    this.deployment = deployment;
    this.removal = removal;
    this.report = report;
    this.jitter = jitter;
    this.clock = clock;
  }

  @Override
  public Again reconcile(Key key, Run run) throws InterruptedException {
    Optional<Kustomization> found = objects.find(key);
    if (found.isEmpty()) {
      deployment.forget(key);
      forgetFailures(key);
      return new Again.Never();
    }
    Kustomization object = found.get();
    if (object.spec().suspended() && !object.metadata().deleting()) {
      report.suspended(object);
      return new Again.Never();
    }
    return work(object, key, run);
  }

  private Again work(Kustomization object, Key key, Run run) throws InterruptedException {
    var progress = new Progress(Attempt.begun(run.id(), run.started()));
    Deployment.End end;
    try {
      if (object.metadata().deleting()) {
        return removal.remove(object, key, progress, run);
      }
      end = deployment.deploy(object, key, progress, run);
    } catch (FailureException e) {
      return failed(object, key, progress, e.failure(), Refused.isPassing(e.getCause()));
    } catch (ApiError | ApiUnreachable e) {
      return failed(object, key, progress, Refused.failure(e), Refused.isPassing(e));
    } catch (SourceNotFetchedYet later) {
      return new Again.Never(); // the shelf calls when it is there
    }
    forgetFailures(key);
    return end == Deployment.End.SUPERSEDED
        ? new Again.Never() // what superseded it has queued it again
        : done(object, progress, end == Deployment.End.CHANGED);
  }

  private void forgetFailures(Key key) {
    patience.end(key);
    passingFailures.end(key);
  }

  private Again done(Kustomization object, Progress progress, boolean changed) {
    Duration next = jitter.of(object.spec().interval());
    report.succeeded(object, progress.attempt(), next, changed);
    return new Again.After(next);
  }

  private Again failed(
      Kustomization object, Key key, Progress progress, Failure failure, boolean passing) {
    if (patience.isQuiet(key, failure, clock.instant())) {
      return new Again.After(Patience.MOMENT);
    }
    Duration retry = object.spec().retryInterval();
    if (passing) {
      retry = passingFailures.pause(key, retry);
    } else {
      passingFailures.end(key);
    }
    Again again = again(failure, retry);
    Duration next = again instanceof Again.After(Duration delay) ? delay : Duration.ZERO;
    report.failed(object, progress.attempt(), failure, next);
    return again;
  }

  private static Again again(Failure failure, Duration retry) {
    return switch (failure) {
      case Failure.Stalled _ -> new Again.Never();
      case Failure.Waiting waiting -> new Again.After(waiting.again());
      case Failure.Retrying _ -> new Again.After(retry);
    };
  }
}
