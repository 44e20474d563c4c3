package dev.levada.core.helm;

/// A chart could not be made a release. The text is what Helm says.
public final class HelmFailed extends RuntimeException {

  private final String fix;
  private final boolean rendering;

  /// @param text what failed, in Helm's words
  /// @param fix what to do about it; empty where the text says it
  /// @param rendering whether templates were at work already, so that Helm offers `--debug`
  public HelmFailed(String text, String fix, boolean rendering) {
    super(text);
    this.fix = fix;
    this.rendering = rendering;
  }

  /// What failed, in Helm's words.
  public String text() {
    return String.valueOf(getMessage());
  }

  /// What to do about it; empty where the text says it.
  public String fix() {
    return fix;
  }

  /// What Helm prints on its error stream.
  public String printed() {
    return "Error: "
        + text()
        + (rendering ? "\n\nUse --debug flag to render out invalid YAML" : "")
        + "\n";
  }
}
