package dev.levada.core.helm;

import dev.levada.core.gotemplate.Environment;
import dev.levada.core.gotemplate.Limits;
import dev.levada.core.gotemplate.ParseFailed;
import dev.levada.core.gotemplate.TemplateFailed;
import dev.levada.core.gotemplate.TemplateSet;
import dev.levada.core.gotemplate.function.FunctionTable;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.helm.chart.ChartInvalid;
import dev.levada.core.helm.postrender.PostRenderFailed;
import dev.levada.core.helm.release.ManifestInvalid;
import dev.levada.core.helm.release.ReleaseManifests;
import dev.levada.core.helm.render.ChartRenderer;
import dev.levada.core.helm.render.RenderFailed;
import dev.levada.core.helm.render.RenderRequest;
import dev.levada.core.helm.render.TemplateSets;
import dev.levada.core.helm.schema.ValuesRefused;
import dev.levada.core.helm.schema.ValuesSchemas;
import dev.levada.core.helm.values.ChartValues;
import dev.levada.core.helm.values.Warnings;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;

/// Renders releases. Can be used by many threads at once; keeps parsed templates only.
public final class ReleaseRenderer {

  private final ChartRenderer renderer;
  private final FunctionTable functions;

  /// @param functions the functions that templates may call
  /// @param kept how many charts' parsed templates are kept
  public ReleaseRenderer(FunctionTable functions, int kept) {
    this.functions = functions;
    this.renderer = new ChartRenderer(new TemplateSets(functions, kept));
  }

  /// Renders a release as `helm template` does.
  ///
  /// @param warnings what Helm would log is added
  /// @throws HelmFailed where Helm would fail
  public RenderedRelease render(ReleaseRequest request, Warnings warnings) {
    RenderRequest rendering = request.rendering();
    Installable.check(rendering.chart(), warnings);
    ReleaseName.check(rendering.release().name(), warnings);
    ChartValues chart = processed(rendering, warnings);
    GoMap values = values(chart, warnings);
    if (request.checkSchema()) {
      fit(chart, values);
    }
    Installable.checkKubeVersion(chart.chart(), rendering.capabilities());
    Map<String, String> rendered = changed(request, render(rendering.with(chart.chart(), values)));
    try {
      return new RenderedRelease(
          chart.chart(), ReleaseManifests.of(rendered, chart.chart().name(), warnings));
    } catch (ManifestInvalid e) {
      throw new HelmFailed(e.text(), e.fix(), true, rendered);
    }
  }

  /// The name that a template makes of nothing.
  ///
  /// @throws HelmFailed where it is no template or fails
  public String name(String template, Instant now) {
    try {
      return TemplateSet.empty(functions)
          .with("name-template", template)
          .start(new Environment(now, new SecureRandom(), Nil.NIL), Limits.USUAL)
          .run("name-template", Nil.NIL);
    } catch (ParseFailed | TemplateFailed e) {
      throw new HelmFailed(
          String.valueOf(e.getMessage()), "Correct the template of the name.", false);
    }
  }

  private static Map<String, String> changed(ReleaseRequest request, Map<String, String> rendered) {
    try {
      return request.postRendering().apply(rendered);
    } catch (PostRenderFailed e) {
      throw new HelmFailed(String.valueOf(e.getMessage()), e.fix(), true);
    }
  }

  private static ChartValues processed(RenderRequest request, Warnings warnings) {
    try {
      return ChartValues.of(request.chart(), request.values(), warnings);
    } catch (ChartInvalid e) {
      String said = "chart dependencies processing failed";
      warnings.error(said, "error=" + Warnings.quoted(e.text()));
      throw new HelmFailed(said + ": " + e.text(), e.fix(), false);
    }
  }

  private static void fit(ChartValues chart, GoMap values) {
    try {
      ValuesSchemas.check(chart.chart(), values);
    } catch (ValuesRefused e) {
      throw new HelmFailed(
          e.text(), "Give values that fit, or render with --skip-schema-validation.", false);
    }
  }

  private static GoMap values(ChartValues chart, Warnings warnings) {
    try {
      return chart.coalesced(warnings);
    } catch (ChartInvalid e) {
      throw Installable.failed(e);
    }
  }

  private Map<String, String> render(RenderRequest request) {
    try {
      return renderer.render(request);
    } catch (RenderFailed e) {
      throw new HelmFailed(e.text(), e.fix(), true);
    }
  }
}
