package dev.levada.checks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Runs lines as a user's shell would.
public final class Shell {

  private Shell() {}

  /// Runs one line and gives what it printed.
  ///
  /// @throws AssertionError where it fails, with what it printed
  public static String run(String line) {
    try {
      Process process = new ProcessBuilder("bash", "-ec", line).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        throw new AssertionError("`" + line + "` ended with " + code + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while running `" + line + "`", e);
    }
  }
}
