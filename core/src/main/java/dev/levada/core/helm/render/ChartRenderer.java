package dev.levada.core.helm.render;

import dev.levada.core.gotemplate.Environment;
import dev.levada.core.gotemplate.Execution;
import dev.levada.core.gotemplate.LimitExceeded;
import dev.levada.core.gotemplate.ParseFailed;
import dev.levada.core.gotemplate.TemplateFailed;
import dev.levada.core.gotemplate.TemplateSet;
import dev.levada.core.gotemplate.value.GoMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Executes the templates of a chart. Keeps nothing but parsed templates.
public final class ChartRenderer {

  /// Deeper files first, of one depth in reverse alphabetical order: both for parsing, where the
  /// last definition of a name wins, and for executing.
  private static final Comparator<ChartScope.Template> ORDER =
      Comparator.<ChartScope.Template>comparingLong(ChartRenderer::slashes)
          .thenComparing(ChartScope.Template::name)
          .reversed();

  private final TemplateSets sets;

  /// @param sets where parsed templates are kept
  public ChartRenderer(TemplateSets sets) {
    this.sets = sets;
  }

  /// What each template becomes, by its path from the top chart.
  ///
  /// @throws RenderFailed where a template cannot be parsed or executed, or takes too much
  public Map<String, String> render(RenderRequest request) {
    var templates = new ArrayList<ChartScope.Template>();
    ChartScope.collect(
        request.chart(),
        request.values(),
        release(request.release()),
        new CapabilitiesObject(request.capabilities()),
        templates);
    templates.sort(ORDER);
    try {
      return execute(request, sets.parse(templates), templates);
    } catch (ParseFailed e) {
      throw FailureText.parse(e);
    } catch (TemplateFailed e) {
      throw FailureText.execution(e);
    } catch (LimitExceeded e) {
      throw new RenderFailed(
          "rendering of chart " + request.chart().name() + " stopped: " + e.getMessage(),
          "Look for an endless recursion or loop in its templates.");
    }
  }

  private static Map<String, String> execute(
      RenderRequest request, TemplateSet set, List<ChartScope.Template> templates) {
    var rendered = new LinkedHashMap<String, String>();
    var random = new SeededRandom(request.seed(), request.release());
    Execution execution =
        set.start(
            new Environment(request.now(), random, new RenderState(request.lookup())),
            request.limits());
    for (ChartScope.Template template : templates) {
      if (!template.isPartial()) {
        random.begin(template.name());
        template.data().put("Template", template(template));
        rendered.put(
            template.name(),
            HelmFunctions.withoutNoValue(execution.run(template.name(), template.data())));
      }
    }
    return rendered;
  }

  private static long slashes(ChartScope.Template template) {
    return template.name().chars().filter(c -> c == '/').count();
  }

  private static GoMap template(ChartScope.Template template) {
    var map = GoMap.create();
    map.put("Name", template.name());
    map.put("BasePath", template.folder());
    return new ValuesMap(map);
  }

  private static GoMap release(Release release) {
    var map = GoMap.create();
    map.put("Name", release.name());
    map.put("Namespace", release.namespace());
    map.put("Revision", (long) release.revision());
    map.put("IsInstall", !release.upgrade());
    map.put("IsUpgrade", release.upgrade());
    map.put("Service", "Helm");
    return map;
  }
}
