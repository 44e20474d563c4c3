package dev.levada.operator.report;

import dev.levada.api.Metadata;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.GroupVersionKind;
import java.util.Map;

/// Something a user should hear of an object.
///
/// @param type the object's type
/// @param object which object
/// @param severity how loud
/// @param reason a word that programs match
/// @param message text for people
/// @param metadata further facts, as annotations of the event (flux-api §1.8, §5.2)
/// @param component who says it: Flux's name of the controller
public record Event(
    GroupVersionKind type,
    Metadata object,
    Severity severity,
    Reason reason,
    String message,
    Map<String, String> metadata,
    String component) {

  /// How loud an event is.
  public enum Severity {
    /// News.
    INFO,
    /// News that only `kubectl` shows, never a notification.
    TRACE,
    /// Trouble.
    ERROR;

    String word() {
      return this == ERROR ? "Warning" : "Normal";
    }
  }
}
