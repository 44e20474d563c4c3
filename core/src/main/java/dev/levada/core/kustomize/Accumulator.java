package dev.levada.core.kustomize;

import java.util.List;

/// What a kustomization has gathered so far: objects, and where transformers work.
///
/// @param resources the objects in order
/// @param specs places, defaults and configured ones
/// @param variables the `vars` so far
/// @param warnings lines for the user
record Accumulator(
    ResourceList resources, FieldSpecs specs, Variables variables, List<String> warnings) {

  static Accumulator empty(List<String> warnings) {
    return new Accumulator(new ResourceList(), new FieldSpecs(), new Variables(), warnings);
  }

  void run(Transformer transformer) {
    transformer.transform(resources);
    resources.idsChanged();
  }

  void absorb(Accumulator base) {
    resources.appendAll(base.resources);
    specs.addAll(base.specs);
    variables.addAll(base.variables);
  }
}
