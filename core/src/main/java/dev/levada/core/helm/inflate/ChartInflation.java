package dev.levada.core.helm.inflate;

import dev.levada.core.gotemplate.Limits;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.helm.HelmFailed;
import dev.levada.core.helm.ReleaseRenderer;
import dev.levada.core.helm.ReleaseRequest;
import dev.levada.core.helm.RenderedRelease;
import dev.levada.core.helm.chart.Chart;
import dev.levada.core.helm.chart.ChartInvalid;
import dev.levada.core.helm.chart.ChartLimits;
import dev.levada.core.helm.chart.ChartReader;
import dev.levada.core.helm.postrender.PostRendering;
import dev.levada.core.helm.release.Hook;
import dev.levada.core.helm.render.Capabilities;
import dev.levada.core.helm.render.KubeVersion;
import dev.levada.core.helm.render.Lookup;
import dev.levada.core.helm.render.Release;
import dev.levada.core.helm.render.RenderRequest;
import dev.levada.core.helm.table.Tables;
import dev.levada.core.helm.table.YamlValues;
import dev.levada.core.helm.values.Warnings;
import dev.levada.core.kustomize.BuildFailed;
import dev.levada.core.kustomize.ChartRequest;
import dev.levada.core.kustomize.Charts;
import dev.levada.core.tree.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `helmCharts` of a kustomization, for charts that lie in the source, as `kustomize build
/// --enable-helm` renders them.
///
/// @param renderer renders
/// @param now what templates take for now
/// @param limits how much a chart may take
public record ChartInflation(ReleaseRenderer renderer, Instant now, Limits limits)
    implements Charts {

  @Override
  public byte[] inflate(ChartRequest request) {
    try {
      RenderedRelease release = render(request);
      return GoStrings.bytes(
          release.stream(request.switches().includeCrds(), hooks(request, release)));
    } catch (ChartInvalid e) {
      throw failed(request, e.text(), e.fix());
    } catch (HelmFailed e) {
      throw failed(request, e.text(), e.fix());
    }
  }

  private RenderedRelease render(ChartRequest request) {
    Chart chart = chart(request);
    GoMap values = GoMap.create();
    request.values().forEach(each -> Tables.overlay(values, (GoMap) YamlValues.value(each)));
    String namespace = request.namespace().isEmpty() ? "default" : request.namespace();
    return renderer.render(
        new ReleaseRequest(
            new RenderRequest(
                chart,
                values,
                new Release(name(request), namespace, 1, false),
                capabilities(request),
                Lookup.OFFLINE,
                now,
                Optional.of(""),
                limits),
            true,
            PostRendering.NONE),
        new Warnings());
  }

  private static Chart chart(ChartRequest request) {
    if (!(request.tree().entry(request.folder().child("Chart.yaml")) instanceof Tree.Entry.File)) {
      throw new BuildFailed(
          "no chart '" + request.name() + "' in '" + request.folder() + "'",
          request.repository().isEmpty()
              ? "Put the chart there, or correct chartHome in helmGlobals"
              : "Put the chart there; charts are not fetched from " + request.repository());
    }
    Chart chart = ChartReader.folder(request.tree(), request.folder(), ChartLimits.DEFAULT);
    return request.switches().ownValues() ? chart : chart.withValues(GoMap.create());
  }

  private String name(ChartRequest request) {
    if (!request.switches().nameTemplate().isEmpty()) {
      return renderer.name(request.switches().nameTemplate(), now);
    }
    return request.release().isEmpty()
        ? request.name() + "-" + now.getEpochSecond()
        : request.release();
  }

  private static Capabilities capabilities(ChartRequest request) {
    Capabilities all = Capabilities.OFFLINE.with(request.switches().apiVersions());
    String version = request.switches().kubeVersion();
    if (version.isEmpty()) {
      return all;
    }
    return all.with(
        KubeVersion.parse(version)
            .orElseThrow(() ->
                failed(
                    request,
                    "invalid kube version '" + version + "'",
                    "Write kubeVersion such as 1.36.0")));
  }

  private static List<Hook> hooks(ChartRequest request, RenderedRelease release) {
    if (request.switches().skipHooks()) {
      return List.of();
    }
    return release.manifests().hooks().stream()
        .filter(hook -> !request.switches().skipTests() || !hook.isTest())
        .toList();
  }

  private static BuildFailed failed(ChartRequest request, String message, String fix) {
    return new BuildFailed("chart '" + request.name() + "': " + message, fix);
  }
}
