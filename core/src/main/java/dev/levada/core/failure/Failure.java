package dev.levada.core.failure;

import java.time.Duration;

/// Why a step could not go on, as a value. What a user reads is `message`, then `fix`; programs
/// look at the class and the reason, never at the text.
public sealed interface Failure {

  /// The reason, as conditions and events carry it.
  Reason reason();

  /// What happened, to which object, and why. Ends without a full stop.
  String message();

  /// What the user can do about it, as a sentence; empty where the message says it all (or where
  /// the specification gives the message to the letter).
  String fix();

  /// Message and fix as one text.
  default String text() {
    return fix().isEmpty() ? message() : message() + ". " + fix();
  }

  /// An edge will end this (a dependency becomes ready, an artifact appears): nothing is wrong yet.
  ///
  /// @param reason the reason
  /// @param message what is waited for, and why
  /// @param fix what to do where the wait does not end
  /// @param again when to look again if no edge arrives
  record Waiting(Reason reason, String message, String fix, Duration again) implements Failure {}

  /// Trying again later may help (a server is away, a manifest is refused).
  ///
  /// @param reason the reason
  /// @param message what went wrong, with which object, and why
  /// @param fix what to do
  record Retrying(Reason reason, String message, String fix) implements Failure {}

  /// Only a change by a person can help; nothing is tried again until the object changes.
  ///
  /// @param reason the reason
  /// @param message what is wrong with which object, and why
  /// @param fix what to do
  record Stalled(Reason reason, String message, String fix) implements Failure {}
}
