package dev.levada.testbed.program;

import org.jspecify.annotations.Nullable;

/// A program or server of the testbed cannot be built, started or asked. The message names the
/// thing and the reason, and ends with what to do.
public final class TestbedFailure extends RuntimeException {

  /// @param message what failed, with which thing, and why
  /// @param fix what to do, as a sentence
  public TestbedFailure(String message, String fix) {
    this(message, fix, null);
  }

  /// @param message what failed, with which thing, and why
  /// @param fix what to do, as a sentence
  public TestbedFailure(String message, String fix, @Nullable Throwable cause) {
    super(message + ". " + fix, cause);
  }

  /// The failure that a file or stream gave.
  public static TestbedFailure ofDisk(String what, Throwable cause) {
    return new TestbedFailure(
        what + ": " + cause,
        "Check that the folder can be written and the disk is not full.",
        cause);
  }

  /// The failure of a step whose thread was interrupted; the interrupt is kept.
  public static TestbedFailure interrupted(String what, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new TestbedFailure(what + " was interrupted", "Start it again.", cause);
  }
}
