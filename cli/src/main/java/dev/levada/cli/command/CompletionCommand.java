package dev.levada.cli.command;

import dev.levada.cli.surroundings.Surroundings;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `levada completion`: teaches a shell the commands.
@Command(
    name = "completion",
    description = "Print a script that completes levada's commands in a shell.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(levada completion bash)",
      "  levada completion zsh > ~/.levada.zsh; echo 'source ~/.levada.zsh' >> ~/.zshrc"
    })
public final class CompletionCommand implements Runnable {

  private final Surroundings around;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
  private Shell shell = Shell.BASH;

  /// @param around the terminal
  public CompletionCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public void run() {
    String script =
        switch (shell) {
          // The script finds out by itself which of the two runs it.
          case BASH, ZSH -> AutoComplete.bash("levada", spec.root().commandLine());
        };
    around.print(script);
  }
}
