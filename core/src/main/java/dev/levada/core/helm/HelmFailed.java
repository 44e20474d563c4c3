package dev.levada.core.helm;

import dev.levada.core.failure.Explained;

/// A chart could not be made a release. The text is what Helm says.
public final class HelmFailed extends Explained {

  private final boolean rendering;

  /// @param text what failed, in Helm's words
  /// @param fix what to do about it; empty where the text says it
  /// @param rendering whether templates were at work already, so that Helm offers `--debug`
  public HelmFailed(String text, String fix, boolean rendering) {
    super(text, fix);
    this.rendering = rendering;
  }

  /// What Helm prints on its error stream.
  public String printed() {
    return "Error: "
        + text()
        + (rendering ? "\n\nUse --debug flag to render out invalid YAML" : "")
        + "\n";
  }
}
