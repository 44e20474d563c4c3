package dev.levada.cli.surroundings;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/// Where a command's words go.
///
/// @param in what other programs say to this one
/// @param out data, for people and programs
/// @param err what happens, for people
/// @param colours whether the reader sees colours
public record Terminal(BufferedReader in, PrintWriter out, PrintWriter err, boolean colours) {

  /// A terminal on which nobody says anything.
  public Terminal(PrintWriter out, PrintWriter err, boolean colours) {
    this(new BufferedReader(Reader.nullReader()), out, err, colours);
  }

  /// This process's terminal; with colours where it has them and `NO_COLOR` is not set.
  public static Terminal ofProcess() {
    return new Terminal(
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        Ansi.AUTO.enabled());
  }
}
