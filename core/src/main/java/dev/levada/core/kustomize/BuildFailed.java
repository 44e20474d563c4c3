package dev.levada.core.kustomize;

import dev.levada.core.failure.Explained;

/// A kustomization that cannot be built. The message carries kustomize's own words, so that what
/// users search for is found; the fix says what to do about it.
public final class BuildFailed extends Explained {

  /// @param message what is wrong, where, and why
  /// @param fix what to do, as a sentence; empty where the message says it all
  public BuildFailed(String message, String fix) {
    super(message, fix);
  }

  /// The same failure, with more to go by in its second line.
  BuildFailed where(String place) {
    String message = getMessage() == null ? "" : getMessage();
    return new BuildFailed(message, fix().isEmpty() ? place : fix() + " (" + place + ")");
  }

  /// The same failure, told from further outside.
  BuildFailed within(String prefix) {
    return new BuildFailed(prefix + getMessage(), fix());
  }
}
