package dev.levada.core.helm.render;

import dev.levada.core.gotemplate.TemplateSet;
import dev.levada.core.gotemplate.function.FunctionTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Parsed templates, kept by their texts. Can be used by many threads at once.
public final class TemplateSets {

  private final TemplateSet empty;
  private final int most;
  private final Map<List<Source>, TemplateSet> kept = new LinkedHashMap<>(16, 0.75f, true);

  private record Source(String name, String text) {}

  /// @param functions the functions that need no chart around them
  /// @param most how many charts' templates are kept
  public TemplateSets(FunctionTable functions, int most) {
    this.empty = TemplateSet.empty(functions.with(HelmFunctions.all()));
    this.most = most;
  }

  /// The templates parsed in this order.
  TemplateSet parse(List<ChartScope.Template> templates) {
    List<Source> key =
        templates.stream().map(template -> new Source(template.name(), template.text())).toList();
    synchronized (kept) {
      TemplateSet known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    TemplateSet set = empty;
    for (Source source : key) {
      set = set.with(source.name(), source.text());
    }
    synchronized (kept) {
      kept.put(key, set);
      if (kept.size() > most) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return set;
  }
}
