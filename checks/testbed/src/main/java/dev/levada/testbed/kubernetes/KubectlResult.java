package dev.levada.testbed.kubernetes;

import dev.levada.testbed.program.TestbedFailure;

/// What a run of kubectl gave.
///
/// @param command the command as a person would type it
/// @param exitCode its exit code
/// @param stdout what it wrote to standard output
/// @param stderr what it wrote to standard error
public record KubectlResult(String command, int exitCode, String stdout, String stderr) {

  /// Whether it succeeded.
  public boolean succeeded() {
    return exitCode == 0;
  }

  /// Its standard output, without white space around it; a failure where it did not succeed.
  public String output() {
    if (!succeeded()) {
      throw new TestbedFailure(
          "`%s` ended with exit code %d: %s".formatted(command, exitCode, stderr.strip()),
          "Try it in a shell with the control plane's kubeconfig.");
    }
    return stdout.strip();
  }
}
