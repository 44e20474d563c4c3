package dev.levada.cli;

import dev.levada.cli.surroundings.Surroundings;
import dev.levada.cli.surroundings.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;

/// Runs commands that need no cluster.
final class Offline {

  private Offline() {}

  /// What a command came to.
  record Said(int code, String out, String error) {}

  static Said run(List<String> arguments) {
    return run(new StringWriter(), arguments);
  }

  static Said run(StringWriter error, List<String> arguments) {
    var out = new StringWriter();
    var around =
        new Surroundings(
            new Terminal(new PrintWriter(out), new PrintWriter(error), false),
            (kubeconfig, meter) -> {
              throw new AssertionError("no cluster is needed");
            },
            Clock.systemUTC());
    int code = Main.run(around, arguments.toArray(String[]::new));
    return new Said(code, out.toString(), error.toString());
  }
}
