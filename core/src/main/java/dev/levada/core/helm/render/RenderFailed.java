package dev.levada.core.helm.render;

/// A chart could not be rendered.
public final class RenderFailed extends RuntimeException {

  private final String fix;

  /// @param message what failed where, in Helm's words
  /// @param fix what to do about it
  RenderFailed(String message, String fix) {
    super(message);
    this.fix = fix;
  }

  /// What failed where, in Helm's words.
  public String text() {
    return String.valueOf(getMessage());
  }

  /// What to do about it.
  public String fix() {
    return fix;
  }
}
