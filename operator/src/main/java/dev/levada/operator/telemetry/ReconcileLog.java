package dev.levada.operator.telemetry;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.spi.LoggingEventBuilder;

/// The log of one run: each line begins with the keys that say which object and which run
/// (flux-api.md, 5.2).
///
/// @param logger writes the lines
/// @param group the object's API group
/// @param kind the object's kind
/// @param namespace the object's namespace
/// @param name the object's name
/// @param reconcileId the run's id
public record ReconcileLog(
    Logger logger, String group, String kind, String namespace, String name, String reconcileId) {

  /// A line about something that happened.
  public LoggingEventBuilder info() {
    return about(logger.atInfo());
  }

  /// A line for those who look closely.
  public LoggingEventBuilder debug() {
    return about(logger.atDebug());
  }

  /// A line about something that went wrong; give the reason with `addKeyValue("error", …)` or as
  /// the cause.
  public LoggingEventBuilder error() {
    return about(logger.atError());
  }

  private LoggingEventBuilder about(LoggingEventBuilder line) {
    Map<String, String> object = new LinkedHashMap<>();
    object.put("name", name);
    object.put("namespace", namespace);
    return line.addKeyValue("controller", kind.toLowerCase(Locale.ROOT))
        .addKeyValue("controllerGroup", group)
        .addKeyValue("controllerKind", kind)
        .addKeyValue(kind, object)
        .addKeyValue("namespace", namespace)
        .addKeyValue("name", name)
        .addKeyValue("reconcileID", reconcileId);
  }
}
