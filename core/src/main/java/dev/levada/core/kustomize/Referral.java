package dev.levada.core.kustomize;

import dev.levada.core.kustomize.FormerNames.Renamed;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the object that a referrer's field means (kustomize.md section 11.1).
record Referral(Resource referrer, FieldSpecs.Target target, FieldSpec field, FormerNames renamed) {

  private static final String CLUSTER = "_non_namespaceable_";

  /// The object that once had a name, by its present id.
  ///
  /// @param namespace the namespace that the field names beside it, or null
  Optional<ResourceId> of(String name, @Nullable String namespace) {
    List<Renamed> candidates = renamed.called(name);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    ResourceId self = referrer.id();
    boolean first = namespace != null && isFirstNamespace(self, namespace);
    List<Renamed> possible =
        candidates.stream()
            .filter(candidate -> isReachable(self, candidate.now()))
            .filter(candidate -> isInNamespace(candidate, namespace, first))
            .filter(candidate -> candidate.before().stream().anyMatch(this::isTarget))
            .filter(this::isInRole)
            .filter(candidate -> sharesNamespace(self, candidate))
            .toList();
    return choose(possible, namespace != null);
  }

  private Optional<ResourceId> choose(List<Renamed> possible, boolean namespaced) {
    List<Renamed> left = possible;
    for (boolean lenient : List.of(true, false)) {
      if (left.size() < 2) {
        break;
      }
      left = left.stream().filter(candidate -> sameAffixes(candidate, lenient)).toList();
    }
    if (left.isEmpty()) {
      return Optional.empty();
    }
    ResourceId first = left.getFirst().now();
    for (Renamed other : left) {
      boolean same =
          other.now().name().equals(first.name())
              && (!namespaced || other.now().namespace().equals(first.namespace()));
      if (!same) {
        throw new BuildFailed(
            "found multiple possible referrals: "
                + String.join(", ", left.stream().map(each -> each.now().toString()).toList()),
            "Give the objects different names before they are renamed");
      }
    }
    return Optional.of(first);
  }

  private boolean isTarget(ResourceId id) {
    return is(target.group(), id.type().group())
        && is(target.version(), id.type().version())
        && is(target.kind(), id.type().kind());
  }

  private static boolean is(String wanted, String actual) {
    return wanted.isEmpty() || wanted.equals(actual);
  }

  private boolean isReachable(ResourceId self, ResourceId candidate) {
    String own = self.effectiveNamespace();
    String other = candidate.effectiveNamespace();
    return own.equals(CLUSTER)
        || other.equals(CLUSTER)
        || own.equals(other)
        || (self.type().kind().equals("RoleBinding")
            && subjectNamespaces().contains(candidate.namespace()));
  }

  /// Only what is written counts here, on either side: an account without a namespace is not the
  /// one of `default`.
  private Set<String> subjectNamespaces() {
    var namespaces = new TreeSet<String>();
    for (Node subject : referrer.root().sequenceAt("subjects")) {
      if (subject instanceof Mapping mapping && mapping.textAt("kind").equals("ServiceAccount")) {
        if (mapping.get("namespace") instanceof Scalar scalar && scalar.isNull()) {
          throw new BuildFailed(
              "Invalid Input: namespace is blank for resource '" + referrer.id() + "'",
              "Give the subject a namespace");
        }
        String namespace = mapping.textAt("namespace");
        if (!namespace.isEmpty()) {
          namespaces.add(namespace);
        }
      }
    }
    return namespaces;
  }

  /// Whether anything in reach was read in a namespace. Then a reference means the namespaces as
  /// they were read, and only otherwise those of now, odd as that is: so does kustomize.
  private boolean isFirstNamespace(ResourceId self, String namespace) {
    return renamed.readIn(namespace).stream().anyMatch(id -> isReachable(self, id));
  }

  private static boolean isInNamespace(
      Renamed candidate, @Nullable String namespace, boolean first) {
    return namespace == null
        || (first ? candidate.before().getFirst() : candidate.now())
            .effectiveNamespace()
            .equals(namespace);
  }

  private boolean isInRole(Renamed candidate) {
    if (!field.path().equals(List.of("roleRef", "name"))) {
      return true;
    }
    Mapping role = referrer.root().mappingAt("roleRef");
    return candidate.before().stream()
        .anyMatch(id ->
            id.type().group().equals(role.textAt("apiGroup"))
                && id.type().kind().equals(role.textAt("kind")));
  }

  private static boolean sharesNamespace(ResourceId self, Renamed candidate) {
    String own = self.effectiveNamespace();
    String other = candidate.now().effectiveNamespace();
    return own.equals(CLUSTER)
        || other.equals(CLUSTER)
        || own.equals(other)
        || candidate.now().type().kind().equals("ServiceAccount");
  }

  private boolean sameAffixes(Renamed candidate, boolean lenient) {
    return agree(candidate.resource().prefixes(), referrer.prefixes(), lenient)
        && agree(candidate.resource().suffixes(), referrer.suffixes(), lenient);
  }

  /// Whether the outermost additions are the same.
  private static boolean agree(List<String> some, List<String> others, boolean lenient) {
    if (some.isEmpty() || others.isEmpty()) {
      return lenient || (some.isEmpty() && others.isEmpty());
    }
    int shorter = Math.min(some.size(), others.size());
    return new ArrayList<>(some.subList(some.size() - shorter, some.size()))
        .equals(others.subList(others.size() - shorter, others.size()));
  }
}
