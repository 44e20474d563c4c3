package dev.levada.testbed.git;

import java.time.Duration;

/// What goes wrong at a {@link GitHttpServer}.
public sealed interface Fault {

  /// Nothing: the server works.
  record None() implements Fault {}

  /// Nobody listens: connections are refused.
  record Down() implements Fault {}

  /// Requests are taken and never answered.
  record Slow() implements Fault {}

  /// Answers come one byte at a time.
  ///
  /// @param pause between two bytes
  record Trickle(Duration pause) implements Fault {}

  /// Answers are of the right type and length but hold nonsense.
  record Garbage() implements Fault {}

  /// Every request is answered with a status and an empty body.
  ///
  /// @param code the HTTP status
  record Status(int code) implements Fault {}

  /// Every request is sent elsewhere.
  ///
  /// @param base the other server's address, put before the request's path
  record Redirect(String base) implements Fault {}
}
