package dev.levada.core.kustomize;

import java.util.List;

/// What a kustomization has gathered so far: objects, and where transformers work.
///
/// @param resources the objects in order
/// @param specs places, defaults and configured ones
/// @param variables the `vars` so far
/// @param whole what all kustomizations of a build share
record Accumulator(ResourceList resources, FieldSpecs specs, Variables variables, Whole whole) {

  /// What all kustomizations of a build share.
  ///
  /// @param provenance whether and how origins are noted
  /// @param schemas the merge types of the build
  /// @param warnings lines for the user
  record Whole(Provenance provenance, Schemas schemas, List<String> warnings) {}

  static Accumulator of(Whole whole) {
    return new Accumulator(new ResourceList(), new FieldSpecs(), new Variables(), whole);
  }

  /// An empty one of the same build.
  Accumulator fresh() {
    return of(whole);
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
