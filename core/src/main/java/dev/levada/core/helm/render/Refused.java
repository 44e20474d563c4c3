package dev.levada.core.helm.render;

import dev.levada.core.gotemplate.function.FunctionFailed;

/// A chart's author stopped the rendering, by `fail` or `required`.
final class Refused extends FunctionFailed {

  Refused(String message) {
    super(message);
  }
}
