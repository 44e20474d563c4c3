package dev.levada.core.kustomize;

import dev.levada.core.kustomize.FieldWalk.Missing;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import java.util.List;

/// `namePrefix` and `nameSuffix` (kustomize.md section 9.2); one of the two is empty.
record NameTransformer(String prefix, String suffix, List<FieldSpec> specs) implements Transformer {

  @Override
  public void transform(ResourceList resources) {
    for (Resource resource : resources) {
      GroupVersionKind original = resource.originalId().type();
      if (!keepsName(original)) {
        rename(resource);
      }
    }
  }

  private static boolean keepsName(GroupVersionKind type) {
    return switch (type.kind()) {
      case "CustomResourceDefinition", "Namespace" -> true;
      case "APIService" -> type.group().equals("apiregistration.k8s.io");
      default -> false;
    };
  }

  private void rename(Resource resource) {
    for (FieldSpec spec : specs) {
      if (spec.matches(resource.type())) {
        if (spec.isName()) {
          rememberName(resource);
        }
        Missing missing = spec.create() ? Missing.MAKE_SCALAR : Missing.SKIP;
        FieldWalk.walk(resource, spec, missing, this::affix);
      }
    }
  }

  private void rememberName(Resource resource) {
    resource.remember();
    if (!prefix.isEmpty()) {
      resource.rememberPrefix(prefix);
    }
    if (!suffix.isEmpty()) {
      resource.rememberSuffix(suffix);
    }
  }

  private void affix(Mapping parent, String key) {
    WrongNodeKind.requireScalar(parent, key);
    // A null counts with the text that stands for it.
    String name = parent.get(key) instanceof Scalar scalar ? scalar.text() : "";
    parent.put(key, Scalar.of(prefix + name + suffix));
  }
}
