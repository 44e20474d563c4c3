package dev.levada.cli.command;

import dev.levada.cli.build.BuildFlags;
import dev.levada.cli.failure.Choices;
import dev.levada.cli.promote.PromoteCommand;
import dev.levada.cli.read.Output;
import dev.levada.cli.read.TreeCommand;
import java.util.List;
import picocli.CommandLine;

/// Reads options that take one of a few words, by the words that help and errors tell.
public final class Words {

  private Words() {}

  /// Teaches a command line, with its commands, to read them.
  public static void teach(CommandLine line) {
    for (Class<? extends Enum<?>> type :
        List.of(Output.class, TreeCommand.Form.class, Form.class, Shell.class)) {
      Choices.teach(line, type);
    }
    BuildFlags.teach(line);
    PromoteCommand.teach(line);
  }
}
