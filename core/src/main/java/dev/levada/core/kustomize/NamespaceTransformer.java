package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `namespace`: puts every object that can live in a namespace into one (kustomize.md section 9.1).
///
/// @param subjects which subjects of role bindings move along
/// @param unsetOnly whether only objects without a namespace move
record NamespaceTransformer(
    String namespace, List<FieldSpec> specs, Subjects subjects, boolean unsetOnly)
    implements Transformer {

  /// Objects of the whole cluster have none, whatever the configuration says.
  private static final List<String> OWN = List.of("metadata", "namespace");

  /// Which subjects of role bindings move along.
  enum Subjects {
    DEFAULT_ONLY,
    ALL_SERVICE_ACCOUNTS,
    NONE;

    static Subjects of(String word) {
      return switch (word) {
        case "", "defaultOnly" -> DEFAULT_ONLY;
        case "allServiceAccounts" -> ALL_SERVICE_ACCOUNTS;
        case "none" -> NONE;
        default ->
            throw new BuildFailed(
                "invalid value \"" + word + "\" for setRoleBindingSubjects",
                "Write defaultOnly, allServiceAccounts or none");
      };
    }
  }

  @Override
  public void transform(ResourceList resources) {
    Map<ResourceId, Integer> taken = new HashMap<>();
    resources.forEach(resource -> taken.merge(resource.id().effective(), 1, Integer::sum));
    for (Resource resource : resources) {
      if (!resource.isFromChart()) {
        taken.merge(resource.id().effective(), -1, Integer::sum);
        resource.remember();
        move(resource);
        if (taken.merge(resource.id().effective(), 1, Integer::sum) > 1) {
          throw conflict(resource.id(), resources);
        }
      }
    }
  }

  private void move(Resource resource) {
    Mapping root = resource.root();
    if (!ClusterScoped.includes(resource.type())
        && !(unsetOnly && !resource.namespace().isEmpty())) {
      root.child("metadata").put("namespace", namespace);
    }
    if (isBinding(resource.type().kind())) {
      moveSubjects(root);
    }
    for (FieldSpec spec : specs) {
      if (spec.matches(resource.type()) && !spec.path().equals(OWN)) {
        var missing = spec.create() ? FieldWalk.Missing.MAKE_SCALAR : FieldWalk.Missing.SKIP;
        walk(resource, spec, missing);
      }
    }
  }

  private static boolean isBinding(String kind) {
    return kind.equals("RoleBinding") || kind.equals("ClusterRoleBinding");
  }

  private void moveSubjects(Mapping root) {
    for (Node subject : root.sequenceAt("subjects")) {
      if (subject instanceof Mapping mapping
          && moves(mapping)
          && !(unsetOnly && !mapping.textAt("namespace").isEmpty())) {
        mapping.put("namespace", Scalar.of(namespace));
      }
    }
  }

  private void walk(Resource resource, FieldSpec spec, FieldWalk.Missing missing) {
    try {
      FieldWalk.walk(resource, spec, missing, this::set);
    } catch (BuildFailed e) {
      boolean notScalar = String.valueOf(e.getMessage()).contains("wrong node kind: ");
      throw e.within(
          notScalar
              ? "namespace field specs must target scalar nodes: "
              : "namespace transformation failed: ");
    }
  }

  private void set(Mapping parent, String key) {
    WrongNodeKind.requireScalar(parent, key);
    if (!unsetOnly || parent.textAt(key).isEmpty()) {
      parent.put(key, namespace);
    }
  }

  private boolean moves(Mapping subject) {
    return switch (subjects) {
      case DEFAULT_ONLY -> subject.textAt("name").equals("default");
      case ALL_SERVICE_ACCOUNTS -> subject.textAt("kind").equals("ServiceAccount");
      case NONE -> false;
    };
  }

  /// Two objects, of which one may still have to move, that are one now.
  private static BuildFailed conflict(ResourceId id, ResourceList resources) {
    List<Resource> same =
        resources.items().stream().filter(resource -> resource.id().isSame(id)).toList();
    return new BuildFailed(
        "namespace transformation produces ID conflict: " + NotedObject.all(same),
        "Of "
            + same.stream()
                .map(resource -> resource.originalId().toString())
                .collect(Collectors.joining(" and "))
            + " rename one, or leave it out");
  }
}
