package dev.levada.cli.build;

import dev.levada.cli.failure.Choices;
import dev.levada.cli.print.Word;
import dev.levada.core.kustomize.BuildOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// How a kustomization is to be built, in `kustomize build`'s own flags.
public final class BuildFlags {

  /// The order of the objects.
  public enum Reorder {
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
  public enum LoadRestrictor {
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

  @Option(
      names = "--reorder",
      paramLabel = "ORDER",
      description = "One of ${COMPLETION-CANDIDATES} (default: as sortOptions says, else legacy).")
  private @Nullable Reorder reorder;

  @Option(
      names = "--load-restrictor",
      paramLabel = "RULE",
      defaultValue = "LoadRestrictionsRootOnly",
      description = "One of ${COMPLETION-CANDIDATES} (default: LoadRestrictionsRootOnly).")
  private LoadRestrictor restrictor = LoadRestrictor.ROOT_ONLY;

  @Option(
      names = "--no-remote-bases",
      description = "Fetch nothing: an address in 'resources' or 'components' is an error.")
  private boolean noRemoteBases;

  @Option(
      names = "--enable-helm",
      description = "Render the charts that helmCharts names and that lie on the disk.")
  private boolean enableHelm;

  // The flags below speak to plugins and functions, which kustomize runs as programs. They are no
  // part of this program: a kustomization that names one fails, whatever the flags say.
  @Option(
      names = {
        "--as-current-user",
        "--enable-alpha-plugins",
        "--enable-exec",
        "--helm-debug",
        "--network",
        "--stack-trace"
      },
      hidden = true)
  @SuppressWarnings("UnusedVariable") // only so that it is taken
  private List<Boolean> switches = List.of();

  @Option(
      names = {
        "-e",
        "--env",
        "--helm-api-versions",
        "--helm-command",
        "--helm-kube-version",
        "--mount",
        "--network-name"
      },
      hidden = true)
  @SuppressWarnings("UnusedVariable") // only so that it is taken
  private List<String> values = List.of();

  /// Teaches a command line to read the words of these flags.
  public static void teach(CommandLine line) {
    Choices.teach(line, Reorder.class);
    Choices.teach(line, LoadRestrictor.class);
  }

  BuildOptions options(Outside outside) {
    var options = new BuildOptions(order(), restriction());
    BuildOptions fetching = noRemoteBases ? options : options.with(outside.remotes());
    return enableHelm ? fetching.with(outside.charts()) : fetching;
  }

  private BuildOptions.Order order() {
    if (reorder == null) {
      return BuildOptions.Order.DEFAULT;
    }
    return switch (reorder) {
      case NONE -> BuildOptions.Order.NONE;
      case LEGACY -> BuildOptions.Order.LEGACY;
    };
  }

  private BuildOptions.Restriction restriction() {
    return switch (restrictor) {
      case ROOT_ONLY -> BuildOptions.Restriction.ROOT_ONLY;
      case NONE -> BuildOptions.Restriction.NONE;
    };
  }
}
