package dev.levada.cli.command;

import dev.levada.cli.print.Word;
import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.cli.surroundings.Surroundings;
import dev.levada.core.kustomize.Build;
import dev.levada.core.kustomize.BuildFailed;
import dev.levada.core.kustomize.BuildOptions;
import dev.levada.core.kustomize.Kustomizer;
import dev.levada.core.manifest.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

  /// The order of the objects.
  enum Reorder {
    /// As they were read.
    NONE,
    /// By kind, what others need first.
    LEGACY;

    @Override
    public String toString() {
      return Word.of(this);
    }
  }

  /// From where files may be read; the words are kustomize's.
  enum LoadRestrictor {
    /// Only from the kustomization's own folder and below.
    ROOT_ONLY("LoadRestrictionsRootOnly"),
    /// From anywhere.
    NONE("LoadRestrictionsNone");

    private final String word;

    LoadRestrictor(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
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
        "  levada build ks clusters/prod --reorder none -o prod.yaml"
      })
  void kustomization(
      @Option(
              names = "--reorder",
              paramLabel = "ORDER",
              description =
                  "One of ${COMPLETION-CANDIDATES} (default: as sortOptions says, else legacy).")
          @Nullable Reorder reorder,
      @Option(
              names = "--load-restrictor",
              paramLabel = "RULE",
              defaultValue = "LoadRestrictionsRootOnly",
              description = "One of ${COMPLETION-CANDIDATES} (default: LoadRestrictionsRootOnly).")
          LoadRestrictor restrictor,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "FILE",
              description = "Write the YAML to a file.")
          @Nullable Path output,
      @Parameters(paramLabel = "DIR", description = "Folder with a kustomization.yaml.")
          Path directory) {
    Build build = build(LocalFolder.of(directory), options(reorder, restrictor));
    build.warnings().forEach(warning -> around.terminal().err().println(warning));
    around.terminal().err().flush();
    write(YamlWriter.stream(build.manifests()), Optional.ofNullable(output));
  }

  private static BuildOptions options(@Nullable Reorder reorder, LoadRestrictor restrictor) {
    BuildOptions.Order order =
        reorder == null
            ? BuildOptions.Order.DEFAULT
            : switch (reorder) {
              case NONE -> BuildOptions.Order.NONE;
              case LEGACY -> BuildOptions.Order.LEGACY;
            };
    return new BuildOptions(
        order,
        switch (restrictor) {
          case ROOT_ONLY -> BuildOptions.Restriction.ROOT_ONLY;
          case NONE -> BuildOptions.Restriction.NONE;
        });
  }

  private static Build build(LocalFolder folder, BuildOptions options) {
    try {
      return Kustomizer.build(folder.tree(), folder.path(), options);
    } catch (BuildFailed e) {
      throw new CommandFailure(String.valueOf(e.getMessage()), sentence(e.fix()), e);
    }
  }

  private static String sentence(String fix) {
    return fix.isEmpty() || fix.endsWith(".") ? fix : fix + ".";
  }

  private void write(String yaml, Optional<Path> output) {
    if (output.isEmpty()) {
      around.print(yaml);
      return;
    }
    try {
      Files.writeString(output.get(), yaml);
    } catch (IOException e) {
      throw new CommandFailure(
          output.get() + " cannot be written (" + e.getClass().getSimpleName() + ")",
          "Name a file in a folder that exists and that you may write to.",
          e);
    }
  }
}
