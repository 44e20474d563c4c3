package dev.levada.core.helm;

import dev.levada.core.failure.Explained;
import java.util.Map;
import java.util.TreeMap;

/// A chart could not be made a release. The text is what Helm says.
public final class HelmFailed extends Explained {

  private final boolean rendering;
  private final Map<String, String> rendered;

  /// @param text what failed, in Helm's words
  /// @param fix what to do about it; empty where the text says it
  /// @param rendering whether templates were at work already, so that Helm offers `--debug`
  public HelmFailed(String text, String fix, boolean rendering) {
    this(text, fix, rendering, Map.of());
  }

  /// A failure that was found in what templates made.
  ///
  /// @param rendered what they made, by file
  HelmFailed(String text, String fix, boolean rendering, Map<String, String> rendered) {
    super(text, fix);
    this.rendering = rendering;
    this.rendered = Map.copyOf(rendered);
  }

  /// What Helm prints on its error stream.
  public String printed() {
    return printed(false);
  }

  /// What Helm prints on its error stream.
  ///
  /// @param debug whether `--debug` was given, so that it need not be offered
  public String printed(boolean debug) {
    boolean offer = rendering && !debug;
    return "Error: "
        + text()
        + (offer ? "\n\nUse --debug flag to render out invalid YAML" : "")
        + "\n";
  }

  /// What `--debug` shows: every file that the templates made, broken YAML as it is, in the order
  /// of the paths; empty where none of it is to blame.
  public String rendered() {
    var text = new StringBuilder();
    new TreeMap<>(rendered)
        .forEach((path, content) -> {
          if (!content.isBlank() && !path.endsWith("NOTES.txt")) {
            text.append("---\n# Source: ").append(path).append('\n');
            text.append(content).append('\n');
          }
        });
    return text.toString();
  }
}
