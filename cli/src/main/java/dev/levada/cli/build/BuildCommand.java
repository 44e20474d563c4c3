package dev.levada.cli.build;

import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.cli.surroundings.Surroundings;
import dev.levada.core.kustomize.BuildFailed;
import dev.levada.core.kustomize.OutputFiles;
import dev.levada.core.manifest.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `levada build`: what would be applied, without a cluster.
@Command(
    name = "build",
    description = "Render what is on disk, without a cluster.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  levada build kustomization apps/podinfo | kubectl diff -f -")
public final class BuildCommand {

  private final Surroundings around;

  /// @param around the terminal
  public BuildCommand(Surroundings around) {
    this.around = around;
  }

  @Command(
      name = "kustomization",
      aliases = "ks",
      description = {
        "Build a kustomization as kustomize build does, and print YAML.",
        "It may use what is in the Git repository that DIR is in; outside of one, anything on disk."
      },
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer = {
        "  levada build kustomization apps/podinfo",
        "  levada build ks clusters/prod --reorder none -o prod.yaml",
        "  ls -d apps/* | levada build ks --batch"
      })
  void kustomization(
      @Mixin KustomizationBuild build,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "PATH",
              description =
                  "Write the YAML to a file, or to one file an object where PATH is a folder.")
          @Nullable Path output,
      @Option(
              names = "--batch",
              description = {
                "Read folders from standard input, one a line, behind a tab flags of its own.",
                "Print a JSON object a line: {\"ok\":true,\"out\":…} or {\"ok\":false,\"err\":…}."
              })
          boolean batch,
      @Parameters(
              paramLabel = "DIR",
              arity = "0..1",
              defaultValue = ".",
              description =
                  "Folder with a kustomization.yaml, also in a Git repository by its address"
                      + " (default: this one).")
          String directory) {
    try (var remotes = new FetchedOnDemand()) {
      var outside = new Outside(remotes, new ChartsOnDemand(around.clock()));
      if (batch) {
        var flags = new CommandLine(new KustomizationBuild());
        BuildFlags.teach(flags);
        new BatchBuild(build, flags, outside).run(around.terminal().in(), around.terminal().out());
      } else {
        report(build(build, directory, outside), output);
      }
    }
  }

  private void report(RenderedFolder rendered, @Nullable Path output) {
    rendered.build().warnings().forEach(around.terminal().err()::println);
    rendered.reads().forEach(around.terminal().err()::println);
    around.terminal().err().flush();
    write(rendered, output);
  }

  private static RenderedFolder build(KustomizationBuild build, String directory, Outside outside) {
    try {
      return build.run(directory, outside);
    } catch (BuildFailed e) {
      throw new CommandFailure(String.valueOf(e.getMessage()), sentence(e.fix()), e);
    }
  }

  private static String sentence(String fix) {
    return fix.isEmpty() || fix.endsWith(".") ? fix : fix + ".";
  }

  private void write(RenderedFolder rendered, @Nullable Path output) {
    if (output == null) {
      around.print(YamlWriter.stream(rendered.build().manifests()));
    } else if (Files.isDirectory(output)) {
      for (Map.Entry<String, String> file :
          OutputFiles.of(rendered.build().manifests()).entrySet()) {
        write(output.resolve(file.getKey()), file.getValue());
      }
    } else {
      write(output, YamlWriter.stream(rendered.build().manifests()));
    }
  }

  private static void write(Path file, String yaml) {
    try {
      Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new CommandFailure(
          file + " cannot be written (" + e.getClass().getSimpleName() + ")",
          "Name a file in a folder that exists and that you may write to.",
          e);
    }
  }
}
