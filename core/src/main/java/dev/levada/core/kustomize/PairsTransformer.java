package dev.levada.core.kustomize;

import dev.levada.core.kustomize.FieldWalk.Missing;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `labels`, `commonLabels` and `commonAnnotations`: sets keys to texts wherever labels or
/// annotations stand (kustomize.md sections 9.3 and 9.4).
record PairsTransformer(Map<String, String> pairs, List<FieldSpec> specs) implements Transformer {

  @Override
  public void transform(ResourceList resources) {
    if (pairs.isEmpty()) {
      return;
    }
    for (Resource resource : resources) {
      var type = resource.type();
      Map<String, Scalar> values = values(resource);
      for (FieldSpec spec : specs) {
        if (spec.matches(type)) {
          Missing missing = spec.create() ? Missing.MAKE_MAPPING : Missing.SKIP;
          FieldWalk.walk(
              resource, spec, missing, (parent, key) -> set(resource, parent, key, values));
        }
      }
    }
  }

  private Map<String, Scalar> values(Resource resource) {
    var values = new TreeMap<String, Scalar>();
    pairs.forEach((name, value) ->
        values.put(name, resource.shared().share(new Scalar(Scalar.Kind.STRING, value, true))));
    return values;
  }

  private static void set(
      Resource resource, Mapping parent, String key, Map<String, Scalar> values) {
    switch (parent.get(key)) {
      case Mapping mapping -> set(resource, mapping, values);
      case Scalar scalar when scalar.isNull() -> {}
      case null -> {}
      case Node other ->
          throw WrongNodeKind.failure(
              "MappingNode", other, "Make '" + key + "' a mapping, or correct the configuration");
    }
  }

  private static void set(Resource resource, Mapping mapping, Map<String, Scalar> values) {
    values.forEach((name, value) -> {
      if (mapping.get(name) instanceof Scalar) {
        resource.set(mapping, name, new Scalar(Scalar.Kind.STRING, value.text(), true));
      } else {
        mapping.put(name, value);
        resource.rememberPlainKey(mapping, name);
      }
    });
  }
}
