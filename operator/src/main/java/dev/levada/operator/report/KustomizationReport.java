package dev.levada.operator.report;

import dev.levada.api.Condition;
import dev.levada.api.GoDuration;
import dev.levada.api.Kustomization;
import dev.levada.api.Metadata;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.plan.inventory.History;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Says what became of a Kustomization: in its status, as an event and in the log (flux-api §1.8).
public final class KustomizationReport {

  /// The condition types that only this report writes.
  public static final Set<String> CONDITIONS = Set.of("Ready", "Healthy", "Reconciling", "Stalled");

  /// The field manager of status and finalizers.
  public static final String MANAGER = "gotk-kustomize-controller";

  private static final String RECONCILING = "Reconciling";
  private static final String STALLED = "Stalled";
  private static final String HEALTHY = "Healthy";

  private final StatusWriter status;
  private final KustomizationNews news;
  private final Consumer<Metadata> held;
  private final Clock clock;

  /// @param status writes the status
  /// @param news writes events and log lines
  /// @param held is told when a status holds all that is, or may be, in the cluster
  /// @param clock tells how long things took
  public KustomizationReport(
      StatusWriter status, KustomizationNews news, Consumer<Metadata> held, Clock clock) {
    this.status = status;
    this.news = news;
    this.held = held;
    this.clock = clock;
  }

  /// Work that lasts has begun a stage.
  ///
  /// @param object the Kustomization
  /// @param attempt how far it is
  /// @param stage what it is doing now
  public void progressing(Kustomization object, Attempt attempt, String stage) {
    write(
        object,
        attempt,
        attempted(attempt),
        List.of(
            ConditionChange.unknown(
                Condition.READY, Reason.PROGRESSING, "Reconciliation in progress"),
            ConditionChange.yes(RECONCILING, Reason.PROGRESSING, stage)));
  }

  /// Everything that was wanted is so.
  ///
  /// @param object the Kustomization
  /// @param attempt how far it came: to the end
  /// @param next when it will be looked at again
  /// @param changed whether anything was asked of the cluster; where not, and the revision is the
  ///   old one, nobody is told
  public void succeeded(Kustomization object, Attempt attempt, Duration next, boolean changed) {
    Map<String, Node> fields = attempted(attempt);
    fields.put("lastAppliedRevision", Scalar.of(attempt.revision()));
    fields.put("observedGeneration", Scalar.of(object.metadata().generation()));
    handled(object, fields);
    var conditions = new ArrayList<ConditionChange>();
    conditions.add(
        ConditionChange.yes(
            Condition.READY,
            Reason.RECONCILIATION_SUCCEEDED,
            "Applied revision: " + attempt.revision()));
    conditions.add(ConditionChange.delete(RECONCILING));
    conditions.add(ConditionChange.delete(STALLED));
    attempt.checkedFor().ifPresent(took -> conditions.add(healthy(object, attempt, took)));
    if (!object.spec().waits() && object.spec().healthChecks().isEmpty()) {
      conditions.add(ConditionChange.delete(HEALTHY));
    }
    history(object, attempt, Reason.RECONCILIATION_SUCCEEDED, fields);
    write(object, attempt, fields, conditions);
    if (changed || !object.status().textAt("lastAppliedRevision").equals(attempt.revision())) {
      Duration took = Duration.between(attempt.started(), clock.instant());
      news.finished(object, attempt, took, next, changed);
    }
  }

  // A check that passed again says nothing new: the old text stays, and with it the status as a
  // whole.
  private static ConditionChange healthy(Kustomization object, Attempt attempt, Duration took) {
    boolean same = object.status().textAt("lastAppliedRevision").equals(attempt.revision());
    return Condition.find(object.status(), HEALTHY)
        .filter(before -> same && before.status().equals("True"))
        .<ConditionChange>map(
            before -> ConditionChange.yes(HEALTHY, Reason.SUCCEEDED, before.message()))
        .orElseGet(() ->
            ConditionChange.yes(
                HEALTHY, Reason.SUCCEEDED, "Health check passed in " + GoDuration.rounded(took)));
  }

  /// A step could not go on.
  ///
  /// @param object the Kustomization
  /// @param attempt how far it came
  /// @param failure why it stopped
  /// @param next when it will be tried again; zero where it will not
  public void failed(Kustomization object, Attempt attempt, Failure failure, Duration next) {
    Map<String, Node> fields = attempted(attempt);
    handled(object, fields);
    String text = failure.text();
    var conditions = new ArrayList<ConditionChange>();
    conditions.add(ConditionChange.no(Condition.READY, failure.reason(), text));
    if (failure.reason() == Reason.HEALTH_CHECK_FAILED
        || failure.reason() == Reason.HEALTH_CHECK_CANCELED) {
      conditions.add(ConditionChange.no(HEALTHY, failure.reason(), text));
    }
    switch (failure) {
      case Failure.Stalled stalled -> {
        conditions.add(ConditionChange.yes(STALLED, stalled.reason(), text));
        conditions.add(ConditionChange.delete(RECONCILING));
        fields.put("observedGeneration", Scalar.of(object.metadata().generation()));
      }
      case Failure.Waiting _, Failure.Retrying _ -> {
        conditions.add(ConditionChange.yes(RECONCILING, Reason.PROGRESSING_WITH_RETRY, text));
        conditions.add(ConditionChange.delete(STALLED));
      }
    }
    history(object, attempt, failure.reason(), fields);
    write(object, attempt, fields, conditions);
    news.failed(
        object, attempt, failure, Duration.between(attempt.started(), clock.instant()), next);
  }

  /// A wait for health ended because something newer came up, which is dealt with at once.
  ///
  /// @param object the Kustomization
  /// @param attempt how far it came
  /// @param took how long the wait was
  public void canceled(Kustomization object, Attempt attempt, Duration took) {
    String text =
        "health check canceled after "
            + GoDuration.rounded(took)
            + " for revision "
            + attempt.revision()
            + ": a newer revision or change is reconciled now";
    write(
        object,
        attempt,
        attempted(attempt),
        List.of(
            ConditionChange.no(Condition.READY, Reason.HEALTH_CHECK_CANCELED, text),
            ConditionChange.no(HEALTHY, Reason.HEALTH_CHECK_CANCELED, text)));
    news.canceled(object, attempt, text);
  }

  /// The object is left alone; only the token of a request is answered.
  public void suspended(Kustomization object) {
    Map<String, Node> fields = new LinkedHashMap<>();
    handled(object, fields);
    status.write(object.metadata(), new StatusChange(fields, List.of()));
  }

  /// Writes what will be in the cluster before it is, so that a crash in between leaves nothing
  /// that is not known.
  public void ahead(Kustomization object, Attempt attempt) {
    progressing(object, attempt, "Detecting drift for revision " + attempt.revision());
  }

  private void write(
      Kustomization object,
      Attempt attempt,
      Map<String, Node> fields,
      List<ConditionChange> conditions) {
    attempt.inventory().ifPresent(inventory -> fields.put("inventory", inventory.toStatus()));
    status.write(object.metadata(), new StatusChange(fields, conditions));
    if (attempt.inventory().isPresent()) {
      held.accept(object.metadata());
    }
  }

  private static Map<String, Node> attempted(Attempt attempt) {
    Map<String, Node> fields = new LinkedHashMap<>();
    if (!attempt.revision().isEmpty()) {
      fields.put("lastAttemptedRevision", Scalar.of(attempt.revision()));
    }
    return fields;
  }

  private static void handled(Kustomization object, Map<String, Node> fields) {
    if (!object.metadata().requestedAt().isEmpty()) {
      fields.put("lastHandledReconcileAt", Scalar.of(object.metadata().requestedAt()));
    }
  }

  private void history(
      Kustomization object, Attempt attempt, Reason reason, Map<String, Node> fields) {
    if (attempt.digest().isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    fields.put(
        "history",
        History.read(object.status().get("history"))
            .add(
                attempt.digest(),
                reason.word(),
                now,
                Duration.between(attempt.started(), now),
                Map.of("revision", attempt.revision()))
            .toStatus());
  }
}
