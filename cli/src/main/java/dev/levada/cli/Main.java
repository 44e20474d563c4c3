package dev.levada.cli;

import dev.levada.cli.build.BuildCommand;
import dev.levada.cli.change.ReconcileCommand;
import dev.levada.cli.change.ResumeCommand;
import dev.levada.cli.change.SuspendCommand;
import dev.levada.cli.chart.ShowCommand;
import dev.levada.cli.chart.TemplateCommand;
import dev.levada.cli.command.ClientVersion;
import dev.levada.cli.command.CompletionCommand;
import dev.levada.cli.command.CrdsCommand;
import dev.levada.cli.command.DiffCommand;
import dev.levada.cli.command.OperatorCommand;
import dev.levada.cli.command.VersionCommand;
import dev.levada.cli.command.Words;
import dev.levada.cli.failure.Failures;
import dev.levada.cli.promote.PromoteCommand;
import dev.levada.cli.read.GetCommand;
import dev.levada.cli.read.TreeCommand;
import dev.levada.cli.surroundings.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/// The program `levada`. A command is a class in the list below; one whose constructor takes {@link
/// Surroundings} is handed them.
@Command(
    name = "levada",
    description = "GitOps for Kubernetes: Git is the truth, the cluster follows.",
    mixinStandardHelpOptions = true,
    versionProvider = ClientVersion.class,
    subcommands = {
      OperatorCommand.class,
      GetCommand.class,
      TreeCommand.class,
      ReconcileCommand.class,
      SuspendCommand.class,
      ResumeCommand.class,
      BuildCommand.class,
      DiffCommand.class,
      PromoteCommand.class,
      TemplateCommand.class,
      ShowCommand.class,
      CrdsCommand.class,
      VersionCommand.class,
      CompletionCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all is well", "1:the command failed", "2:the command was not understood"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  levada crds | kubectl apply --server-side -f -",
      "  levada get all -A",
      "  levada reconcile kustomization podinfo --with-source"
    })
public final class Main {

  private Main() {}

  /// Runs a command and ends the process with its exit code.
  public static void main(String[] arguments) {
    int code = run(Surroundings.ofProcess(), arguments);
    System.exit(code);
  }

  /// Runs a command.
  ///
  /// @param around the terminal, the cluster and the time
  /// @return 0 where all is well, 1 where the command failed, 2 where it was not understood
  static int run(Surroundings around, String... arguments) {
    var failures = new Failures(around.terminal());
    var line = new CommandLine(new Main(), new CommandFactory(around));
    Words.teach(line);
    // As helm has it: of a flag that is given twice the last one counts.
    line.getSubcommands()
        .forEach((name, each) -> each.setOverwrittenOptionsAllowed(name.equals("template")));
    return line.setOut(around.terminal().out())
        .setErr(around.terminal().err())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(around.terminal().colours() ? Ansi.ON : Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .execute(arguments);
  }
}
