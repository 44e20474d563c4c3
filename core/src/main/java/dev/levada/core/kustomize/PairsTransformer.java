package dev.levada.core.kustomize;

import dev.levada.core.kustomize.FieldWalk.Missing;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import java.util.List;
import java.util.Map;

/// `labels`, `commonLabels` and `commonAnnotations`: sets keys to texts wherever labels or
/// annotations stand (kustomize.md sections 9.3 and 9.4).
record PairsTransformer(Map<String, String> pairs, List<FieldSpec> specs) implements Transformer {

  @Override
  public void transform(ResourceList resources) {
    for (Resource resource : resources) {
      var type = resource.type();
      for (FieldSpec spec : specs) {
        if (spec.matches(type)) {
          Missing missing = spec.create() ? Missing.MAKE_MAPPING : Missing.SKIP;
          FieldWalk.walk(resource.root(), spec.path(), missing, this::set);
        }
      }
    }
  }

  private void set(Mapping parent, String key) {
    if (parent.get(key) instanceof Mapping mapping) {
      pairs.forEach(
          (name, value) -> mapping.put(name, new Scalar(Scalar.Kind.STRING, value, true)));
    }
  }
}
