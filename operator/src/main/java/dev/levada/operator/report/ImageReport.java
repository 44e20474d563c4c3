package dev.levada.operator.report;

import dev.levada.api.Condition;
import dev.levada.api.Metadata;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.operator.telemetry.ReconcileLog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Says what became of an object of one of the kinds for images: in its status, as an event and in
/// the log (flux-api §1.10 to §1.12).
public final class ImageReport {

  private static final String RECONCILING = "Reconciling";
  private static final String STALLED = "Stalled";

  /// The condition types that only this report writes.
  public static final Set<String> CONDITIONS = Set.of(Condition.READY, RECONCILING, STALLED);

  private final GroupVersionKind type;
  private final String component;
  private final StatusWriter status;
  private final EventRecorder events;
  private final KindLog log;

  /// What a report is about.
  ///
  /// @param metadata which object
  /// @param status its status before
  /// @param run the run's id, for the log
  public record Subject(Metadata metadata, Mapping status, String run) {}

  /// @param type the kind
  /// @param component the component that events name
  /// @param status writes the status
  /// @param events where events go
  public ImageReport(
      GroupVersionKind type, String component, StatusWriter status, EventRecorder events) {
    this.type = type;
    this.component = component;
    this.status = status;
    this.events = events;
    this.log = new KindLog(type);
  }

  /// How a report says that all is well.
  ///
  /// @param message the condition's message
  /// @param told the same for the log and events
  /// @param news what an event says; empty where there is nothing new, unless it failed before
  public record Words(String message, String told, String news) {}

  /// All is well.
  ///
  /// @param subject the object
  /// @param fields what its status says besides
  /// @param message the condition's message
  /// @param news what an event says; empty where there is nothing new, unless it failed before
  public void ready(Subject subject, Map<String, Node> fields, String message, String news) {
    ready(subject, fields, new Words(message, message, news));
  }

  /// All is well, and not everybody is to know everything.
  ///
  /// @param subject the object
  /// @param fields what its status says besides
  /// @param words how it is said
  public void ready(Subject subject, Map<String, Node> fields, Words words) {
    Map<String, Node> all = handled(subject.metadata());
    all.putAll(fields);
    all.put("observedGeneration", Scalar.of(subject.metadata().generation()));
    boolean recovered =
        Condition.find(subject.status(), Condition.READY)
            .filter(before -> before.status().equals("False"))
            .isPresent();
    status.write(
        subject.metadata(),
        new StatusChange(
            all,
            List.of(
                ConditionChange.yes(Condition.READY, Reason.SUCCEEDED, words.message()),
                ConditionChange.delete(RECONCILING),
                ConditionChange.delete(STALLED))));
    String text = words.news().isEmpty() ? words.told() : words.news();
    log(subject).info().log(text);
    if (!words.news().isEmpty() || recovered) {
      send(subject, Event.Severity.INFO, Reason.SUCCEEDED, text);
    }
  }

  /// A step could not go on.
  public void failed(Subject subject, Failure failure) {
    failed(subject, Map.of(), "", failure);
  }

  /// A step could not go on, others have been taken.
  ///
  /// @param done what the status says of those
  /// @param news what an event says of them; empty where there is nothing new
  public void failed(Subject subject, Map<String, Node> done, String news, Failure failure) {
    String text = failure.text();
    Map<String, Node> fields = handled(subject.metadata());
    fields.putAll(done);
    boolean stalled = failure instanceof Failure.Stalled;
    if (stalled) {
      fields.put("observedGeneration", Scalar.of(subject.metadata().generation()));
    }
    status.write(
        subject.metadata(),
        new StatusChange(
            fields,
            List.of(
                ConditionChange.no(Condition.READY, failure.reason(), text),
                stalled
                    ? ConditionChange.delete(RECONCILING)
                    : ConditionChange.yes(RECONCILING, Reason.PROGRESSING_WITH_RETRY, text),
                stalled
                    ? ConditionChange.yes(STALLED, failure.reason(), text)
                    : ConditionChange.delete(STALLED))));
    if (!news.isEmpty()) {
      send(subject, Event.Severity.INFO, Reason.SUCCEEDED, news);
    }
    trouble(subject, failure.reason(), text);
  }

  /// Something is wrong that does not keep the object from being ready.
  public void trouble(Subject subject, Reason reason, String text) {
    log(subject).error().addKeyValue("error", text).log("Reconciler error");
    send(subject, Event.Severity.ERROR, reason, text);
  }

  /// The object is left alone; only the token of a request is answered.
  public void suspended(Subject subject) {
    status.write(subject.metadata(), new StatusChange(handled(subject.metadata()), List.of()));
  }

  private ReconcileLog log(Subject subject) {
    return log.of(subject.metadata(), subject.run());
  }

  private static Map<String, Node> handled(Metadata object) {
    Map<String, Node> fields = new LinkedHashMap<>();
    if (!object.requestedAt().isEmpty()) {
      fields.put("lastHandledReconcileAt", Scalar.of(object.requestedAt()));
    }
    return fields;
  }

  private void send(Subject subject, Event.Severity severity, Reason reason, String message) {
    events.record(
        new Event(type, subject.metadata(), severity, reason, message, Map.of(), component));
  }
}
