package dev.levada.cli.chart;

import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.helm.HelmFailed;
import dev.levada.core.helm.ReleaseRenderer;
import dev.levada.core.helm.ReleaseRequest;
import dev.levada.core.helm.RenderedRelease;
import dev.levada.core.helm.chart.Chart;
import dev.levada.core.helm.postrender.PostRendering;
import dev.levada.core.helm.release.Hook;
import dev.levada.core.helm.release.ShownStream;
import dev.levada.core.helm.render.Capabilities;
import dev.levada.core.helm.render.KubeVersion;
import dev.levada.core.helm.render.Lookup;
import dev.levada.core.helm.render.Release;
import dev.levada.core.helm.render.RenderRequest;
import dev.levada.core.helm.values.SetInvalid;
import dev.levada.core.helm.values.Warnings;
import dev.levada.core.sprig.SprigFunctions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Renders charts as `helm template` does, one call after the other; charts and templates are kept
/// between calls. Used by one thread.
final class TemplateCall {

  private static final int KEPT = 32;

  private final InstantSource clock;
  private final ChartShelf charts = new ChartShelf();
  private final ReleaseRenderer renderer = new ReleaseRenderer(SprigFunctions.table(), KEPT);

  TemplateCall(InstantSource clock) {
    this.clock = clock;
  }

  /// What a call prints.
  ///
  /// @param release the release, for those who write files
  /// @param text the standard output
  record Printed(RenderedRelease release, String text) {}

  /// @param options the options
  /// @param chart the chart's path where it is no positional argument
  /// @param warnings what Helm would log is added
  /// @throws HelmFailed where Helm would fail
  Printed render(TemplateOptions options, Optional<String> chart, Warnings warnings) {
    Capabilities capabilities = capabilities(options);
    var names = Positional.read(options, chart);
    Chart loaded = charts.chart(Path.of(names.chart()), names.chart());
    GoMap values = values(options);
    Instant now = clock.instant();
    Deadline deadline = Deadline.start();
    String name = names.name(options, now, template -> renderer.name(template, now));
    RenderedRelease release =
        renderer.render(
            new ReleaseRequest(
                new RenderRequest(
                    loaded,
                    values,
                    new Release(name, options.namespace, 1, options.isUpgrade),
                    capabilities,
                    Lookup.OFFLINE,
                    now,
                    Optional.ofNullable(options.seed),
                    deadline.limits()),
                !options.skipSchema,
                PostRendering.NONE),
            warnings);
    return new Printed(release, text(options, release));
  }

  private static String text(TemplateOptions options, RenderedRelease release) {
    List<Hook> hooks =
        options.noHooks
            ? List.of()
            : release.manifests().hooks().stream()
                .filter(hook -> !options.skipTests || !hook.isTest())
                .toList();
    String stream = release.stream(options.includeCrds, hooks);
    return options.showOnly.isEmpty()
        ? stream
        : ShownStream.pick(stream, options.showOnly)
            .orElseThrow(missing ->
                new HelmFailed(
                    "could not find template " + missing + " in chart",
                    "Name a template by its path in the chart, such as templates/service.yaml.",
                    false));
  }

  private static Capabilities capabilities(TemplateOptions options) {
    Capabilities capabilities = Capabilities.OFFLINE;
    if (!options.kubeVersion.isEmpty()) {
      String problem = KubeVersion.problem(options.kubeVersion);
      KubeVersion version =
          KubeVersion.parse(options.kubeVersion)
              .filter(_ -> problem.isEmpty())
              .orElseThrow(() ->
                  new HelmFailed(
                      "invalid kube version '" + options.kubeVersion + "': " + problem,
                      "Give a version such as 1.36.0.",
                      false));
      capabilities = capabilities.with(version);
    }
    return options.apiVersions.isEmpty() ? capabilities : capabilities.with(options.apiVersions);
  }

  private static GoMap values(TemplateOptions options) {
    try {
      return ValueFiles.sources(options).merge(ValueFiles::content);
    } catch (SetInvalid e) {
      throw new HelmFailed(e.text(), "Correct the values that you give.", false);
    }
  }
}
