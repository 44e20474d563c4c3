package dev.levada.core.helm.postrender;

import dev.levada.core.failure.Explained;

/// A step that changes rendered objects cannot be done.
public final class PostRenderFailed extends Explained {

  /// @param message what does not work
  /// @param fix what to do about it
  PostRenderFailed(String message, String fix) {
    super("error while running post render on files: " + message, fix);
  }
}
