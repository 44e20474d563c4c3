package dev.levada.operator.report;

import dev.levada.core.failure.Reason;

/// What a report wants of one condition.
public sealed interface ConditionChange {

  /// The condition's type.
  String type();

  /// Set it.
  ///
  /// @param type the condition's type
  /// @param status True, False or Unknown
  /// @param reason why
  /// @param message text for people
  record Set(String type, String status, Reason reason, String message)
      implements ConditionChange {}

  /// Take it away.
  ///
  /// @param type the condition's type
  record Delete(String type) implements ConditionChange {}

  /// Sets a condition to True.
  static ConditionChange yes(String type, Reason reason, String message) {
    return new Set(type, "True", reason, message);
  }

  /// Sets a condition to False.
  static ConditionChange no(String type, Reason reason, String message) {
    return new Set(type, "False", reason, message);
  }

  /// Sets a condition to Unknown.
  static ConditionChange unknown(String type, Reason reason, String message) {
    return new Set(type, "Unknown", reason, message);
  }

  /// Takes a condition away.
  static ConditionChange delete(String type) {
    return new Delete(type);
  }
}
