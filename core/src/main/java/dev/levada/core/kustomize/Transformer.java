package dev.levada.core.kustomize;

import java.util.List;

/// Changes the objects of a build in place.
interface Transformer {
  void transform(ResourceList resources);

  /// Several as one.
  static Transformer chain(List<Transformer> all) {
    return resources -> all.forEach(each -> each.transform(resources));
  }
}
