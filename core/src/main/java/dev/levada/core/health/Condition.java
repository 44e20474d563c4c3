package dev.levada.core.health;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;

/// One entry of `status.conditions`; all texts are empty where the object has no such condition.
///
/// @param status `True`, `False`, `Unknown`, or empty
/// @param reason the machine-readable reason
/// @param message the text for people
/// @param since when the status last changed, as written
record Condition(String status, String reason, String message, String since) {

  private static final Condition NONE = new Condition("", "", "", "");

  /// The condition of this type.
  static Condition of(Manifest live, String type) {
    for (Node entry : live.root().sequenceAt("status", "conditions")) {
      if (entry instanceof Mapping condition && condition.textAt("type").equals(type)) {
        return new Condition(
            condition.textAt("status"),
            condition.textAt("reason"),
            condition.textAt("message"),
            condition.textAt("lastTransitionTime"));
      }
    }
    return NONE;
  }

  boolean isTrue() {
    return status.equals("True");
  }

  boolean isFalse() {
    return status.equals("False");
  }

  boolean isMissing() {
    return status.isEmpty();
  }

  /// A fallback sentence, followed by what the condition itself says.
  String explain(String sentence) {
    if (!message.isEmpty()) {
      return sentence + ": " + message;
    }
    return reason.isEmpty() ? sentence : sentence + ": " + reason;
  }
}
