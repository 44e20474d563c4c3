package dev.levada.throughput;

import dev.levada.core.gotemplate.Limits;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.helm.ReleaseRenderer;
import dev.levada.core.helm.ReleaseRequest;
import dev.levada.core.helm.RenderedRelease;
import dev.levada.core.helm.chart.Chart;
import dev.levada.core.helm.chart.ChartFile;
import dev.levada.core.helm.chart.ChartLimits;
import dev.levada.core.helm.chart.ChartReader;
import dev.levada.core.helm.postrender.PostRendering;
import dev.levada.core.helm.render.Capabilities;
import dev.levada.core.helm.render.Lookup;
import dev.levada.core.helm.render.Release;
import dev.levada.core.helm.render.RenderRequest;
import dev.levada.core.helm.values.Warnings;
import dev.levada.core.sprig.SprigFunctions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Renders charts that are in memory, as `helm template` does with what it has read.
@State(Scope.Thread)
public class HelmBench {

  private static final int KEPT = 32;

  /// The chart's folder.
  @Param("")
  public String subject = "";

  private final ReleaseRenderer renderer = new ReleaseRenderer(SprigFunctions.table(), KEPT);
  private Chart chart =
      ChartReader.of(List.of(new ChartFile("Chart.yaml", ChartLoads.NOTHING)), ChartLimits.DEFAULT);

  /// Reads the chart.
  @Setup
  public void read() throws IOException {
    chart = ChartReader.of(ChartLoads.files(Path.of(subject)), ChartLimits.DEFAULT);
  }

  /// One rendering.
  @Benchmark
  public String render() {
    RenderedRelease release =
        renderer.render(
            new ReleaseRequest(
                new RenderRequest(
                    chart,
                    GoMap.create(),
                    new Release("bench", "default", 1, false),
                    Capabilities.OFFLINE,
                    Lookup.OFFLINE,
                    Instant.EPOCH,
                    Optional.empty(),
                    Limits.USUAL),
                true,
                PostRendering.NONE),
            new Warnings());
    return release.stream(false, release.manifests().hooks());
  }
}
