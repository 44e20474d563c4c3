package dev.levada.testbed.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Runs the real `git` with no configuration of the person or machine around it.
final class GitProgram {

  /// What every run sees besides the caller's environment.
  static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          Map.entry("GIT_CONFIG_GLOBAL", "/dev/null"),
          Map.entry("GIT_CONFIG_NOSYSTEM", "1"),
          Map.entry("GIT_TERMINAL_PROMPT", "0"),
          Map.entry("GIT_CONFIG_COUNT", "4"),
          Map.entry("GIT_CONFIG_KEY_0", "safe.directory"),
          Map.entry("GIT_CONFIG_VALUE_0", "*"),
          Map.entry("GIT_CONFIG_KEY_1", "http.receivepack"),
          Map.entry("GIT_CONFIG_VALUE_1", "true"),
          Map.entry("GIT_CONFIG_KEY_2", "uploadpack.allowFilter"),
          Map.entry("GIT_CONFIG_VALUE_2", "true"),
          Map.entry("GIT_CONFIG_KEY_3", "gc.auto"),
          Map.entry("GIT_CONFIG_VALUE_3", "0"));

  private GitProgram() {}

  /// A process not yet started, in a folder.
  static ProcessBuilder prepare(Path folder, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add("git");
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(ENVIRONMENT);
    return builder;
  }

  /// Runs to the end and returns what it printed.
  ///
  /// @throws UncheckedIOException where git ends with an error
  static String run(Path folder, Map<String, String> more, byte[] input, List<String> arguments) {
    ProcessBuilder builder = prepare(folder, arguments);
    builder.environment().putAll(more);
    try {
      Process process = builder.start();
      var printed = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
      var complaint = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
      try (OutputStream out = process.getOutputStream()) {
        out.write(input);
      }
      int exit = process.waitFor();
      if (exit != 0) {
        throw new IOException("git " + arguments + " ended with " + exit + ": " + complaint.join());
      }
      return printed.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while git ran", e));
    }
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
