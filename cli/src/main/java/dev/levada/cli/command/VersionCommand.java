package dev.levada.cli.command;

import dev.levada.cli.print.PrettyJson;
import dev.levada.cli.surroundings.ClusterOptions;
import dev.levada.cli.surroundings.Surroundings;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.YamlWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `levada version`: what runs here and in the cluster.
@Command(
    name = "version",
    description = "Show the versions of this program, of the cluster and of what runs in it.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  levada version", "  levada version --client -o json"})
public final class VersionCommand implements Runnable {

  private final Surroundings around;

  @Mixin private ClusterOptions where = new ClusterOptions();

  @Option(names = "--client", description = "Only this program; asks no cluster.")
  private boolean clientOnly;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "One of ${COMPLETION-CANDIDATES} (default: text).")
  private Form form = Form.TEXT;

  /// @param around the terminal and the cluster
  public VersionCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public void run() {
    var versions = new Mapping().put("client", ClientVersion.text());
    if (!clientOnly) {
      around.talk(
          where,
          cluster -> {
            versions.put("kubernetes", cluster.version());
            new RunningImages(cluster).in(where.namespace()).forEach(versions::put);
          });
    }
    around.print(text(versions));
  }

  private String text(Mapping versions) {
    return switch (form) {
      case JSON -> PrettyJson.text(versions);
      case YAML -> YamlWriter.text(versions);
      case TEXT -> {
        var lines = new StringBuilder();
        versions
            .texts()
            .forEach(
                (name, version) -> lines.append(name).append(": ").append(version).append('\n'));
        yield lines.toString();
      }
    };
  }
}
