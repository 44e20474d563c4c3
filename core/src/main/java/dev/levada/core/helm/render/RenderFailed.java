package dev.levada.core.helm.render;

import dev.levada.core.failure.Explained;

/// A chart could not be rendered.
public final class RenderFailed extends Explained {

  /// @param message what failed where, in Helm's words
  /// @param fix what to do about it
  RenderFailed(String message, String fix) {
    super(message, fix);
  }
}
