package dev.levada.core.health;

/// How an object in the cluster does, in the words that Flux and its tools print.
public enum Status {
  /// The object is what its spec asks for.
  CURRENT,
  /// A controller still works on it, or has not seen it yet.
  IN_PROGRESS,
  /// A controller gave up; waiting longer does not help.
  FAILED,
  /// Someone asked for its deletion, and it is still there.
  TERMINATING,
  /// It is not there.
  NOT_FOUND,
  /// It could not be read or judged.
  UNKNOWN;

  /// The word that messages carry.
  public String word() {
    return switch (this) {
      case CURRENT -> "Current";
      case IN_PROGRESS -> "InProgress";
      case FAILED -> "Failed";
      case TERMINATING -> "Terminating";
      case NOT_FOUND -> "NotFound";
      case UNKNOWN -> "Unknown";
    };
  }
}
