package dev.levada.core.health;

/// How an object in the cluster does, in the words that Flux and its tools print.
public enum Status {
  /// The object is what its spec asks for.
  CURRENT("Current"),
  /// A controller still works on it, or has not seen it yet.
  IN_PROGRESS("InProgress"),
  /// A controller gave up; waiting longer does not help.
  FAILED("Failed"),
  /// Someone asked for its deletion, and it is still there.
  TERMINATING("Terminating"),
  /// It is not there.
  NOT_FOUND("NotFound"),
  /// It could not be read or judged.
  UNKNOWN("Unknown");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  /// The word that messages carry.
  public String word() {
    return word;
  }
}
