package dev.levada.cluster.access;

import org.jspecify.annotations.Nullable;

/// The API server gave no usable answer: no connection, no answer in time, or one that broke off.
/// Trying again later may help.
public final class ApiUnreachable extends RuntimeException {

  /// @param message which server or request, and what happened
  /// @param cause what was thrown below, for the log
  public ApiUnreachable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
