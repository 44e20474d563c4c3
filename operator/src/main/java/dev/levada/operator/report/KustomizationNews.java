package dev.levada.operator.report;

import dev.levada.api.GoDuration;
import dev.levada.api.Kustomization;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.Reason;
import dev.levada.core.plan.ChangeSet;
import dev.levada.operator.telemetry.ReconcileLog;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Events and log lines of a Kustomization, in Flux's words (flux-api §1.8, §5.2).
public final class KustomizationNews {

  /// Flux's name of the controller, which events carry.
  public static final String COMPONENT = "kustomize-controller";

  private static final String GROUP = "kustomize.toolkit.fluxcd.io/";

  private final EventRecorder events;
  private final KindLog log;

  /// @param events where events go
  /// @param log where log lines go
  public KustomizationNews(EventRecorder events, KindLog log) {
    this.events = events;
    this.log = log;
  }

  /// Objects were created, changed or skipped.
  public void applied(Kustomization object, Attempt attempt, ChangeSet changes) {
    if (changes.changedLines().isEmpty()) {
      return;
    }
    log.of(object.metadata(), attempt.run())
        .info()
        .addKeyValue("output", changes.output())
        .addKeyValue("revision", attempt.revision())
        .log("server-side apply completed");
    progressing(object, changes.changedLines(), attempt.revision());
  }

  /// Objects that left the source were deleted.
  public void pruned(Kustomization object, Attempt attempt, ChangeSet changes) {
    if (changes.changedLines().isEmpty()) {
      return;
    }
    log.of(object.metadata(), attempt.run())
        .info()
        .addKeyValue("revision", attempt.revision())
        .log("garbage collection completed: {}", changes.changedLines());
    progressing(object, changes.changedLines(), attempt.revision());
  }

  /// Everything that was to be healthy is.
  public void healthy(Kustomization object, String revision, Duration took) {
    progressing(object, "Health check passed in " + GoDuration.rounded(took), revision);
  }

  void finished(Kustomization object, Attempt attempt, Duration took, Duration next) {
    String text =
        "Reconciliation finished in "
            + GoDuration.rounded(took)
            + ", next run in "
            + GoDuration.text(next);
    log.of(object.metadata(), attempt.run())
        .info()
        .addKeyValue("revision", attempt.revision())
        .log(text);
    send(
        object,
        Event.Severity.INFO,
        Reason.RECONCILIATION_SUCCEEDED,
        text,
        attempt.revision(),
        Map.of(GROUP + "commit_status", "update"));
  }

  void failed(
      Kustomization object, Attempt attempt, Failure failure, Duration took, Duration next) {
    ReconcileLog lines = log.of(object.metadata(), attempt.run());
    switch (failure) {
      case Failure.Waiting waiting -> {
        String text = text(waiting);
        lines.info().addKeyValue("reason", waiting.text()).log(text);
        send(object, Event.Severity.INFO, waiting.reason(), text, attempt.revision(), Map.of());
      }
      case Failure.Retrying retrying -> {
        lines
            .error()
            .addKeyValue("revision", attempt.revision())
            .addKeyValue("error", retrying.text())
            .log(
                "Reconciliation failed after {}, next try in {}",
                GoDuration.rounded(took),
                GoDuration.text(next));
        sendError(object, retrying, attempt.revision());
      }
      case Failure.Stalled stalled -> {
        lines
            .error()
            .addKeyValue("revision", attempt.revision())
            .addKeyValue("error", stalled.text())
            .log("Reconciliation stalled");
        sendError(object, stalled, attempt.revision());
      }
    }
  }

  private static String text(Failure.Waiting waiting) {
    return waiting.reason() == Reason.DEPENDENCY_NOT_READY
        ? "Dependencies do not meet ready condition, retrying in "
            + GoDuration.text(waiting.again())
        : waiting.text();
  }

  private void progressing(Kustomization object, String text, String revision) {
    send(object, Event.Severity.INFO, Reason.PROGRESSING, text, revision, Map.of());
  }

  private void sendError(Kustomization object, Failure failure, String revision) {
    send(object, Event.Severity.ERROR, failure.reason(), failure.text(), revision, Map.of());
  }

  private void send(
      Kustomization object,
      Event.Severity severity,
      Reason reason,
      String message,
      String revision,
      Map<String, String> more) {
    Map<String, String> metadata = new LinkedHashMap<>();
    if (!revision.isEmpty()) {
      metadata.put(GROUP + "revision", revision);
    }
    metadata.putAll(more);
    events.record(
        new Event(
            Kustomization.TYPE, object.metadata(), severity, reason, message, metadata, COMPONENT));
  }
}
