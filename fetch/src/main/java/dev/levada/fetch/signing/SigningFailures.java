package dev.levada.fetch.signing;

import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;

/// Tells a user why a commit cannot be signed.
final class SigningFailures {

  private SigningFailures() {}

  static FailureException of(String message, String fix, Throwable cause) {
    return new FailureException(
        new Failure.Retrying(
            Reason.GIT_OPERATION_FAILED, "the commit cannot be signed: " + message, fix),
        cause);
  }

  static FailureException of(String message, String fix) {
    return FailureException.retrying(
        Reason.GIT_OPERATION_FAILED, "the commit cannot be signed: " + message, fix);
  }
}
