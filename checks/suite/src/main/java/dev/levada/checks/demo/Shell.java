package dev.levada.checks.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Runs a line as a user's shell would.
final class Shell {

  private Shell() {}

  /// @throws AssertionError where it fails, with what it printed
  static void run(String line) {
    try {
      Process process = new ProcessBuilder("bash", "-ec", line).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        throw new AssertionError("`" + line + "` ended with " + code + ": " + output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while running `" + line + "`", e);
    }
  }
}
