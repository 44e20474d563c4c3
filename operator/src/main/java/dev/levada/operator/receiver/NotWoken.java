package dev.levada.operator.receiver;

/// An object that a call should have woken and did not. The message says which and why.
final class NotWoken extends RuntimeException {

  NotWoken(String message) {
    super(message, null, false, false);
  }
}
