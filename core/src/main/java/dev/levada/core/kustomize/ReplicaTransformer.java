package dev.levada.core.kustomize;

import dev.levada.core.kustomize.FieldWalk.Missing;
import dev.levada.core.kustomize.Kustomization.ReplicaEntry;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An entry of `replicas` (kustomize.md section 9.6).
record ReplicaTransformer(ReplicaEntry entry, List<FieldSpec> specs) implements Transformer {

  @Override
  public void transform(ResourceList resources) {
    boolean found = false;
    for (FieldSpec spec : specs) {
      for (Resource resource : resources) {
        if (isMeant(resource, spec)) {
          found = true; // though its kind may have changed, and then nothing is set
          if (spec.matches(resource.type())) {
            Missing missing = spec.create() ? Missing.MAKE_SCALAR : Missing.SKIP;
            FieldWalk.walk(resource, spec, missing, (parent, key) -> set(parent, key));
          }
        }
      }
    }
    if (!found) {
      throw new BuildFailed(
          "resource with name "
              + entry.name()
              + " does not match a config with the following GVK ["
              + specs.stream().map(ReplicaTransformer::shown).collect(Collectors.joining(" "))
              + "]",
          "Name a Deployment, StatefulSet, ReplicaSet or ReplicationController of this build");
    }
  }

  private void set(Mapping parent, String key) {
    WrongNodeKind.requireScalar(parent, key);
    boolean quoted = parent.get(key) instanceof Scalar before && before.quoted();
    parent.put(
        key,
        quoted
            ? new Scalar(Scalar.Kind.STRING, Long.toString(entry.count()), true)
            : Scalar.of(entry.count()));
  }

  private static String shown(FieldSpec spec) {
    return ResourceId.shown(
        new dev.levada.core.manifest.GroupVersionKind(spec.group(), spec.version(), spec.kind()));
  }

  private boolean isMeant(Resource resource, FieldSpec spec) {
    return Stream.concat(Stream.of(resource.id()), resource.previousIds().stream())
        .anyMatch(id -> id.name().equals(entry.name()) && spec.matches(id.type()));
  }
}
