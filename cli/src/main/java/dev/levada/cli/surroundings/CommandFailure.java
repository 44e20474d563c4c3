package dev.levada.cli.surroundings;

import org.jspecify.annotations.Nullable;

/// A command cannot do what it was asked for, and the user can do something about it.
public final class CommandFailure extends RuntimeException {

  private final String fix;

  /// @param message what did not work, on which object, and why; without a full stop
  /// @param fix what to do, in whole sentences; empty where there is nothing to add
  public CommandFailure(String message, String fix) {
    this(message, fix, null);
  }

  /// @param message what did not work, on which object, and why; without a full stop
  /// @param fix what to do, in whole sentences; empty where there is nothing to add
  /// @param cause what was thrown below
  public CommandFailure(String message, String fix, @Nullable Throwable cause) {
    super(message, cause);
    this.fix = fix;
  }

  /// What to do; empty where there is nothing to add.
  public String fix() {
    return fix;
  }
}
