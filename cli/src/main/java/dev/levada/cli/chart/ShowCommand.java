package dev.levada.cli.chart;

import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.cli.surroundings.Surroundings;
import dev.levada.core.helm.HelmFailed;
import dev.levada.core.helm.ShownChart;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `levada show`: what a Helm chart says of itself.
@Command(
    name = "show",
    description = "Show what a Helm chart says of itself, as helm show does.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  levada show values charts/podinfo > my-values.yaml")
public final class ShowCommand {

  private static final String CHART = "A chart's folder or archive.";

  private final Surroundings around;

  /// @param around the terminal
  public ShowCommand(Surroundings around) {
    this.around = around;
  }

  @Command(name = "chart", description = "Print Chart.yaml.", mixinStandardHelpOptions = true)
  void chart(@Parameters(paramLabel = "CHART", description = CHART) String chart) {
    print(chart, ShownChart::definition);
  }

  @Command(
      name = "values",
      description = "Print the default values.",
      mixinStandardHelpOptions = true)
  void values(@Parameters(paramLabel = "CHART", description = CHART) String chart) {
    print(chart, ShownChart::values);
  }

  @Command(
      name = "schema",
      description = "Print the schema of the values.",
      mixinStandardHelpOptions = true)
  void schema(@Parameters(paramLabel = "CHART", description = CHART) String chart) {
    print(chart, ShownChart::schema);
  }

  @Command(name = "readme", description = "Print the readme.", mixinStandardHelpOptions = true)
  void readme(@Parameters(paramLabel = "CHART", description = CHART) String chart) {
    print(chart, ShownChart::readme);
  }

  @Command(
      name = "crds",
      description = "Print the custom resource definitions.",
      mixinStandardHelpOptions = true)
  void crds(@Parameters(paramLabel = "CHART", description = CHART) String chart) {
    print(chart, ShownChart::definitions);
  }

  @Command(name = "all", description = "Print all but the schema.", mixinStandardHelpOptions = true)
  void all(@Parameters(paramLabel = "CHART", description = CHART) String chart) {
    print(chart, ShownChart::all);
  }

  private void print(String chart, Function<ShownChart, String> part) {
    try {
      around.print(part.apply(new ShownChart(new ChartShelf().chart(Path.of(chart), chart))));
    } catch (HelmFailed e) {
      throw new CommandFailure(e.text(), e.fix(), e);
    }
  }
}
