package dev.levada.cli.surroundings;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/// Where a command's words go.
///
/// @param out data, for people and programs
/// @param err what happens, for people
/// @param colours whether the reader sees colours
public record Terminal(PrintWriter out, PrintWriter err, boolean colours) {

  /// This process's terminal; with colours where it has them and `NO_COLOR` is not set.
  public static Terminal ofProcess() {
    return new Terminal(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        Ansi.AUTO.enabled());
  }
}
