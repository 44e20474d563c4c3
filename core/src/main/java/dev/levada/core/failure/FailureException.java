package dev.levada.core.failure;

import org.jspecify.annotations.Nullable;

/// Carries a failure from the step that cannot go on to the one place that reports it. Nothing in
/// between catches it.
public final class FailureException extends RuntimeException {

  private final transient Failure failure;

  /// @param failure why the step stopped
  public FailureException(Failure failure) {
    this(failure, null);
  }

  /// @param failure why the step stopped
  /// @param cause what was thrown below, for the log
  public FailureException(Failure failure, @Nullable Throwable cause) {
    super(failure.text(), cause, false, cause != null);
    this.failure = failure;
  }

  /// Why the step stopped.
  public Failure failure() {
    return failure;
  }

  /// A failure that trying again later may end.
  public static FailureException retrying(Reason reason, String message, String fix) {
    return new FailureException(new Failure.Retrying(reason, message, fix));
  }

  /// A failure that trying again later may end.
  ///
  /// @param cause what was thrown below, for the log
  public static FailureException retrying(
      Reason reason, String message, String fix, Throwable cause) {
    return new FailureException(new Failure.Retrying(reason, message, fix), cause);
  }

  /// A failure that only a change by a person ends.
  public static FailureException stalled(Reason reason, String message, String fix) {
    return new FailureException(new Failure.Stalled(reason, message, fix));
  }
}
