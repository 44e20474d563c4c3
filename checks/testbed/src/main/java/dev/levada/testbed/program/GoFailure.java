package dev.levada.testbed.program;

import java.util.regex.Pattern;

/// What `go build` said, as a message that tells what to do.
final class GoFailure {

  private static final Pattern TOO_OLD =
      Pattern.compile("requires go ?>=|toolchain not available|download go1\\.");
  private static final Pattern UNREACHABLE =
      Pattern.compile(
          "dial tcp|lookup .*: |i/o timeout|connection refused|TLS handshake|module lookup disabled|proxyconnect|no such host");

  private GoFailure() {}

  static TestbedFailure of(ToolModule module, GoProgram tool, String output) {
    if (TOO_OLD.matcher(output).find()) {
      return tooOld(module, "go build says:\n" + output + "\n");
    }
    String message = "Building %s failed; go says:\n%s\n".formatted(tool.file(), output);
    if (UNREACHABLE.matcher(output).find()) {
      return new TestbedFailure(
          message + "The Go module proxy cannot be reached",
          "Check the network, or set GOPROXY to a proxy that can be (`go env GOPROXY` shows the one in use)"
              + otherWay(module));
    }
    return new TestbedFailure(
        message + "The module is " + module.folder(),
        "Check that go.mod and go.sum there are as in version control and that the disk is not full"
            + otherWay(module));
  }

  static TestbedFailure tooOld(ToolModule module, String found) {
    return new TestbedFailure(
        "%s %s needs Go %s or newer: %s"
            .formatted(module.recipe().title(), module.version(), module.goVersion(), found),
        "Install Go %s from https://go.dev/dl and put it first on PATH"
                .formatted(module.goVersion())
            + otherWay(module));
  }

  private static String otherWay(ToolModule module) {
    return module.recipe().otherWay() + ".";
  }
}
