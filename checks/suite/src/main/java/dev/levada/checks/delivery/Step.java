package dev.levada.checks.delivery;

import dev.levada.checks.process.Shell;
import java.util.function.Supplier;

/// One step on the way of an image: a line that a person types, and what must come of it.
///
/// @param what what the line does
/// @param command the line
/// @param effect waits for what must come of it, and says what that was
public record Step(String what, String command, Supplier<String> effect) {

  /// What was seen, and how long it took.
  ///
  /// @param seen what came of it
  /// @param command seconds that the line ran
  /// @param effect seconds from its end until that was seen
  public record Taken(String seen, double command, double effect) {

    @Override
    public String toString() {
      return "%s (the command %.1f s, then %.1f s)".formatted(seen, command, effect);
    }
  }

  /// Runs the line and waits.
  ///
  /// @throws AssertionError where nothing comes of it
  public Taken take() {
    long begun = System.nanoTime();
    Shell.run(command);
    long done = System.nanoTime();
    String seen = effect.get();
    return new Taken(seen, (done - begun) / 1e9, (System.nanoTime() - done) / 1e9);
  }
}
