package dev.levada.testbed.kubernetes;

import org.jspecify.annotations.Nullable;

/// The control plane cannot be built, started or asked. The message names the thing and the reason,
/// and ends with what to do.
public final class ControlPlaneFailure extends RuntimeException {

  ControlPlaneFailure(String message, String fix) {
    this(message, fix, null);
  }

  ControlPlaneFailure(String message, String fix, @Nullable Throwable cause) {
    super(message + ". " + fix, cause);
  }

  /// The failure that a file or stream gave.
  static ControlPlaneFailure ofDisk(String what, Throwable cause) {
    return new ControlPlaneFailure(
        what + ": " + cause,
        "Check that the folder can be written and the disk is not full.",
        cause);
  }

  /// The failure of a step whose thread was interrupted; the interrupt is kept.
  static ControlPlaneFailure interrupted(String what, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new ControlPlaneFailure(what + " was interrupted", "Start it again.", cause);
  }
}
