package dev.levada.operator.report;

import dev.levada.api.Condition;
import dev.levada.api.GitRepository;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Says what became of a GitRepository: in its status, as an event and in the log (flux-api §1.1).
public final class GitRepositoryReport {

  /// The field manager of status and finalizers, and the component that events name.
  public static final String MANAGER = "source-controller";

  private static final String ARTIFACT_IN_STORAGE = "ArtifactInStorage";
  private static final String FETCH_FAILED = "FetchFailed";
  private static final String STORAGE_FAILED = "StorageOperationFailed";
  private static final String RECONCILING = "Reconciling";
  private static final String STALLED = "Stalled";

  /// The condition types that only this report writes.
  public static final Set<String> CONDITIONS =
      Set.of(
          Condition.READY,
          ARTIFACT_IN_STORAGE,
          FETCH_FAILED,
          STORAGE_FAILED,
          RECONCILING,
          STALLED,
          "IncludeUnavailable",
          "ArtifactOutdated",
          "SourceVerified");

  private final StatusWriter status;
  private final EventRecorder events;
  private final KindLog log = new KindLog(GitRepository.TYPE);

  /// @param status writes the status
  /// @param events where events go
  public GitRepositoryReport(StatusWriter status, EventRecorder events) {
    this.status = status;
    this.events = events;
  }

  /// An artifact of the wanted revision stands in the store.
  ///
  /// @param object the GitRepository
  /// @param artifact the artifact as the status shows it
  /// @param subject first line of the commit's message; empty where nothing was fetched
  /// @param run the run's id, for the log
  public void stored(GitRepository object, Mapping artifact, String subject, String run) {
    String revision = artifact.textAt("revision");
    String message = "stored artifact for revision '" + revision + "'";
    Map<String, Node> fields = handled(object);
    fields.put("artifact", artifact);
    fields.put("observedGeneration", Scalar.of(object.metadata().generation()));
    fields.put("observedIgnore", object.spec().ignore().<Node>map(Scalar::of).orElse(Scalar.NULL));
    var conditions =
        List.of(
            ConditionChange.yes(Condition.READY, Reason.SUCCEEDED, message),
            ConditionChange.yes(ARTIFACT_IN_STORAGE, Reason.SUCCEEDED, message),
            ConditionChange.delete(FETCH_FAILED),
            ConditionChange.delete(STORAGE_FAILED),
            ConditionChange.delete("ArtifactOutdated"),
            ConditionChange.delete(RECONCILING),
            ConditionChange.delete(STALLED));
    boolean fresh = !object.status().textAt("artifact", "digest").equals(artifact.textAt("digest"));
    boolean recovered = Condition.find(object.status(), FETCH_FAILED).isPresent();
    status.write(object.metadata(), new StatusChange(fields, conditions));
    if (fresh) {
      String text = "stored artifact for commit '" + shortened(subject) + "'";
      log.of(object.metadata(), run).info().addKeyValue("revision", revision).log(text);
      send(object, Event.Severity.INFO, Reason.NEW_ARTIFACT, text, artifact);
    } else if (recovered) {
      send(object, Event.Severity.INFO, Reason.SUCCEEDED, message, artifact);
    } else {
      log.of(object.metadata(), run)
          .info()
          .log("no changes since last reconciliation: observed revision '{}'", revision);
    }
  }

  /// A step could not go on.
  ///
  /// @param object the GitRepository
  /// @param failure why
  /// @param run the run's id, for the log
  public void failed(GitRepository object, Failure failure, String run) {
    String text = failure.text();
    Map<String, Node> fields = handled(object);
    boolean storage =
        failure.reason() == Reason.STORAGE_OPERATION_FAILED
            || failure.reason() == Reason.ARCHIVE_OPERATION_FAILED;
    var conditions = new ArrayList<ConditionChange>();
    conditions.add(
        ConditionChange.yes(storage ? STORAGE_FAILED : FETCH_FAILED, failure.reason(), text));
    conditions.add(ConditionChange.no(Condition.READY, failure.reason(), text));
    if (failure instanceof Failure.Stalled) {
      conditions.add(ConditionChange.yes(STALLED, failure.reason(), text));
      conditions.add(ConditionChange.delete(RECONCILING));
      fields.put("observedGeneration", Scalar.of(object.metadata().generation()));
    } else {
      conditions.add(ConditionChange.yes(RECONCILING, Reason.PROGRESSING_WITH_RETRY, text));
      conditions.add(ConditionChange.delete(STALLED));
    }
    status.write(object.metadata(), new StatusChange(fields, conditions));
    log.of(object.metadata(), run).error().addKeyValue("error", text).log("Reconciler error");
    send(object, Event.Severity.ERROR, failure.reason(), text, new Mapping());
  }

  /// The object is left alone; only the token of a request is answered.
  public void suspended(GitRepository object) {
    status.write(object.metadata(), new StatusChange(handled(object), List.of()));
  }

  private static Map<String, Node> handled(GitRepository object) {
    Map<String, Node> fields = new LinkedHashMap<>();
    if (!object.metadata().requestedAt().isEmpty()) {
      fields.put("lastHandledReconcileAt", Scalar.of(object.metadata().requestedAt()));
    }
    return fields;
  }

  private static String shortened(String subject) {
    return subject.length() <= 50 ? subject : subject.substring(0, 50) + "...";
  }

  private void send(
      GitRepository object,
      Event.Severity severity,
      Reason reason,
      String message,
      Mapping artifact) {
    Map<String, String> metadata = new LinkedHashMap<>();
    if (artifact.has("revision")) {
      metadata.put("source.toolkit.fluxcd.io/revision", artifact.textAt("revision"));
      metadata.put("source.toolkit.fluxcd.io/digest", artifact.textAt("digest"));
    }
    events.record(
        new Event(
            GitRepository.TYPE, object.metadata(), severity, reason, message, metadata, MANAGER));
  }
}
