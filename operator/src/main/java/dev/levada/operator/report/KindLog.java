package dev.levada.operator.report;

import dev.levada.api.Metadata;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.operator.telemetry.ReconcileLog;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The log of one kind's runs.
public final class KindLog {

  private final Logger logger;
  private final GroupVersionKind type;

  /// @param type the kind that the lines are about
  public KindLog(GroupVersionKind type) {
    this.type = type;
    this.logger =
        LoggerFactory.getLogger("dev.levada.reconcile." + type.kind().toLowerCase(Locale.ROOT));
  }

  /// The log of one run.
  ///
  /// @param object what the run is about
  /// @param run the run's id; empty where it is not known
  ReconcileLog of(Metadata object, String run) {
    return new ReconcileLog(
        logger, type.group(), type.kind(), object.namespace(), object.name(), run);
  }
}
