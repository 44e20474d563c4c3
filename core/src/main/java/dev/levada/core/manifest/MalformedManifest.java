package dev.levada.core.manifest;

/// A text that is not the JSON or YAML it should be. The message says what is wrong and where; the
/// reader's caller knows which file or response it was and makes a failure of it.
public final class MalformedManifest extends RuntimeException {

  private final Stage stage;

  /// @param message what is wrong, and at which line where that is known
  public MalformedManifest(String message) {
    this(message, Stage.SYNTAX);
  }

  /// @param message what is wrong, and at which line where that is known
  /// @param stage at which stage of reading kustomize notices it
  MalformedManifest(String message, Stage stage) {
    super(message);
    this.stage = stage;
  }

  /// At which stage of reading kustomize notices it; its messages differ by that.
  public Stage stage() {
    return stage;
  }

  /// The stages of reading.
  public enum Stage {
    /// The text is no YAML.
    SYNTAX,
    /// It is YAML, but its documents or mappings do not hang together.
    STRUCTURE,
    /// It can be read, but a value in it can not be written.
    VALUE
  }
}
