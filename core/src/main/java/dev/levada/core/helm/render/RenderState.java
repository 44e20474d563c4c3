package dev.levada.core.helm.render;

import dev.levada.core.gotemplate.function.FunctionFailed;
import java.util.HashMap;
import java.util.Map;

/// What Helm's own functions keep while a chart is rendered. Used by one thread.
final class RenderState {

  private static final int MOST_ACTIVE = 1001;

  private final Lookup lookup;
  private final Map<String, Integer> active = new HashMap<>();

  RenderState(Lookup lookup) {
    this.lookup = lookup;
  }

  Lookup lookup() {
    return lookup;
  }

  void enter(String template) {
    int count = active.merge(template, 1, Integer::sum);
    if (count > MOST_ACTIVE) {
      throw new FunctionFailed(
          "rendering template has a nested reference name: "
              + template
              + ": unable to execute template");
    }
  }

  void leave(String template) {
    active.merge(template, -1, Integer::sum);
  }
}
