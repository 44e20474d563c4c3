package dev.levada.cli.build;

import dev.levada.core.gotemplate.Limits;
import dev.levada.core.helm.ReleaseRenderer;
import dev.levada.core.helm.inflate.ChartInflation;
import dev.levada.core.kustomize.ChartRequest;
import dev.levada.core.kustomize.Charts;
import dev.levada.core.sprig.SprigFunctions;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Renders charts that lie on the disk. The renderer is made when the first chart is wanted: most
/// builds need none of its functions.
final class ChartsOnDemand implements Charts {

  private static final int KEPT_CHARTS = 8;

  private final InstantSource clock;
  private @Nullable Charts charts;

  ChartsOnDemand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public byte[] inflate(ChartRequest request) {
    return charts().inflate(request);
  }

  private synchronized Charts charts() {
    Charts known = charts;
    if (known == null) {
      var renderer = new ReleaseRenderer(SprigFunctions.table(), KEPT_CHARTS);
      known = new ChartInflation(renderer, clock.instant(), Limits.USUAL);
      charts = known;
    }
    return known;
  }
}
