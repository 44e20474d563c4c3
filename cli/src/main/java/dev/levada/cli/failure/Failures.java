package dev.levada.cli.failure;

import dev.levada.cli.print.Tone;
import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.cli.surroundings.Terminal;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Tells the user why a command failed: `Error: ` and what happened, then what to do.
///
/// @param terminal where the words go
public record Failures(Terminal terminal)
    implements IExecutionExceptionHandler, IParameterExceptionHandler {

  @Override
  public int handleExecutionException(Exception thrown, CommandLine line, ParseResult result) {
    Optional<CommandFailure> explained = Explanation.of(thrown);
    if (explained.isEmpty()) {
      error("this is a bug in Levada; please report it with what follows");
      thrown.printStackTrace(terminal.err());
      return ExitCode.SOFTWARE;
    }
    CommandFailure failure = explained.get();
    error(String.valueOf(failure.getMessage()));
    if (!failure.fix().isEmpty()) {
      terminal.err().println(failure.fix());
    }
    terminal.err().flush();
    return line.getCommandSpec().exitCodeOnExecutionException();
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    PrintWriter err = terminal.err();
    // picocli begins only some of its messages with this word.
    error(String.valueOf(wrong.getMessage()).replaceFirst("^Error: ", ""));
    suggest(wrong, err);
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    err.println("Run " + command + " --help to see how it is used.");
    err.flush();
    return ExitCode.USAGE;
  }

  // For a mistyped command our own measure comes first: picocli's likes long names too much.
  private static void suggest(ParameterException wrong, PrintWriter err) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
      UnmatchedArgumentException.printSuggestions(wrong, err);
      return;
    }
    var commands = wrong.getCommandLine().getSubcommands().keySet();
    List<String> near = NearNames.of(unmatched.getUnmatched().getFirst(), commands);
    if (!near.isEmpty()) {
      err.println("Did you mean " + String.join(" or ", near) + "?");
    }
  }

  private void error(String message) {
    terminal.err().println(Tone.BAD.paint("Error:", terminal.colours()) + " " + message);
  }
}
