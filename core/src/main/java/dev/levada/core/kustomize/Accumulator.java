package dev.levada.core.kustomize;

/// What a kustomization has gathered so far: objects, and where transformers work.
///
/// @param resources the objects in order
/// @param specs places, defaults and configured ones
/// @param warnings lines for the user
record Accumulator(ResourceList resources, FieldSpecs specs, java.util.List<String> warnings) {

  static Accumulator empty(java.util.List<String> warnings) {
    return new Accumulator(new ResourceList(), new FieldSpecs(), warnings);
  }

  void run(Transformer transformer) {
    transformer.transform(resources);
    resources.idsChanged();
  }

  void absorb(Accumulator base) {
    resources.appendAll(base.resources);
    specs.addAll(base.specs);
  }
}
