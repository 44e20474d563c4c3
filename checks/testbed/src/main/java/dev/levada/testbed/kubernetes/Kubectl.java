package dev.levada.testbed.kubernetes;

import dev.levada.testbed.program.TestbedFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs the real kubectl.
///
/// @param program its file
/// @param kubeconfig the kubeconfig that it uses
/// @param folder where it may keep its cache and what it said
record Kubectl(Path program, Path kubeconfig, Path folder) {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  /// Runs it and waits for its end, at most 3 minutes.
  ///
  /// @param input what it reads from standard input
  KubectlResult run(String input, List<String> arguments) {
    String shown = "kubectl " + String.join(" ", arguments);
    try {
      Path talk = Files.createTempDirectory(folder, "kubectl-");
      Path stdin = Files.writeString(talk.resolve("stdin"), input);
      Path stdout = talk.resolve("stdout");
      Path stderr = talk.resolve("stderr");
      Process process =
          builder(arguments)
              .redirectInput(stdin.toFile())
              .redirectOutput(stdout.toFile())
              .redirectError(stderr.toFile())
              .start();
      await(process, shown);
      var result =
          new KubectlResult(
              shown, process.exitValue(), Files.readString(stdout), Files.readString(stderr));
      for (Path file : List.of(stdin, stdout, stderr, talk)) {
        Files.delete(file);
      }
      return result;
    } catch (IOException broken) {
      throw TestbedFailure.ofDisk("`" + shown + "` cannot be run", broken);
    }
  }

  private ProcessBuilder builder(List<String> arguments) {
    var line = new ArrayList<>(List.of(program.toString(), "--kubeconfig", kubeconfig.toString()));
    line.addAll(List.of("--cache-dir", folder.resolve("kubectl-cache").toString()));
    line.addAll(arguments);
    var builder = new ProcessBuilder(line);
    // A person's own preferences must not change what tests see.
    builder.environment().put("KUBERC", "off");
    builder.environment().remove("KUBECTL_EXTERNAL_DIFF");
    return builder;
  }

  private static void await(Process process, String shown) {
    try {
      if (process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      throw TestbedFailure.interrupted("`" + shown + "`", interrupted);
    }
    process.destroyForcibly();
    throw new TestbedFailure(
        "`" + shown + "` did not end within " + LIMIT.toMinutes() + " minutes",
        "Give kubectl a --timeout below that.");
  }
}
