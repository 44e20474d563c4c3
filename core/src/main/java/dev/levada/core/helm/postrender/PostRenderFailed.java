package dev.levada.core.helm.postrender;

/// A step that changes rendered objects cannot be done.
public final class PostRenderFailed extends RuntimeException {

  private final String fix;

  /// @param message what does not work
  /// @param fix what to do about it
  PostRenderFailed(String message, String fix) {
    super("error while running post render on files: " + message);
    this.fix = fix;
  }

  /// What to do about it.
  public String fix() {
    return fix;
  }
}
