package dev.levada.operator.report;

import dev.levada.api.Condition;
import dev.levada.api.GoDuration;
import dev.levada.api.Kustomization;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.ChangeSet;
import dev.levada.core.plan.inventory.Inventory;
import dev.levada.operator.telemetry.ReconcileLog;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

  /// Objects stay behind, since what they would be deleted through does not exist any more.
  ///
  /// @param missing the account or the kubeconfig
  /// @param left the objects
  public void abandoned(Kustomization object, Attempt attempt, String missing, Inventory left) {
    String text =
        "unable to prune objects: "
            + missing
            + " does not exist any more. Delete them by hand:\n"
            + left.ids().map(ObjectId::subject).collect(Collectors.joining("\n"));
    log.of(object.metadata(), attempt.run()).error().addKeyValue("error", text).log(text);
    send(object, Event.Severity.ERROR, Reason.PRUNE_FAILED, text, attempt.revision(), Map.of());
  }

  void canceled(Kustomization object, Attempt attempt, String text) {
    log.of(object.metadata(), attempt.run()).info().log(text);
    send(
        object,
        Event.Severity.INFO,
        Reason.HEALTH_CHECK_CANCELED,
        text,
        attempt.revision(),
        Map.of());
  }

  /// Objects were not as they had been left, and were put right.
  ///
  /// @param drifts what was found, one line an object
  public void corrected(Kustomization object, Attempt attempt, List<String> drifts) {
    String text = String.join("\n", drifts);
    log.of(object.metadata(), attempt.run()).info().log("drift corrected: {}", text);
    send(object, Event.Severity.INFO, Reason.DRIFT_CORRECTED, text, attempt.revision(), Map.of());
  }

  /// Somebody changes the same fields again and again.
  ///
  /// @param fight who, what, and how often
  public void fought(Kustomization object, Attempt attempt, String fight) {
    log.of(object.metadata(), attempt.run()).error().addKeyValue("error", fight).log(fight);
    send(object, Event.Severity.ERROR, Reason.DRIFT_REPEATED, fight, attempt.revision(), Map.of());
  }

  /// Everything that was to be healthy is. It is news only where it was not so before, or where a
  /// new revision changed something.
  public void healthy(Kustomization object, String revision, Duration took, boolean changed) {
    boolean newRevision = !object.status().textAt("lastAppliedRevision").equals(revision);
    if (Condition.isTrue(object.status(), "Healthy") && !(newRevision && changed)) {
      return;
    }
    send(
        object,
        Event.Severity.INFO,
        Reason.PROGRESSING,
        "Health check passed in " + GoDuration.rounded(took),
        revision,
        Map.of());
  }

  // A new revision without a change for this object is told by its status and the log alone: an
  // event for each of thousands of them would cost as much again.
  void finished(
      Kustomization object, Attempt attempt, Duration took, Duration next, boolean changed) {
    String text =
        "Reconciliation finished in "
            + GoDuration.rounded(took)
            + ", next run in "
            + GoDuration.text(next);
    log.of(object.metadata(), attempt.run())
        .info()
        .addKeyValue("revision", attempt.revision())
        .log(text);
    if (!changed) {
      return;
    }
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
