package dev.levada.core.kustomize;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/// Which objects a patch or a replacement is for: type, name and namespace as regular expressions
/// that match the whole text, labels and annotations as Kubernetes selects them.
final class Selector {

  private final boolean named;
  private final ResourceIdPattern id;
  private final LabelSelector labels;
  private final LabelSelector annotations;

  private Selector(
      boolean named, ResourceIdPattern id, LabelSelector labels, LabelSelector annotations) {
    this.named = named;
    this.id = id;
    this.labels = labels;
    this.annotations = annotations;
  }

  /// The five expressions; an empty one matches everything.
  private record ResourceIdPattern(
      Pattern group, Pattern version, Pattern kind, Pattern name, Pattern namespace, boolean any) {

    boolean matchesType(ResourceId of) {
      return group.matches(of.type().group())
          && version.matches(of.type().version())
          && kind.matches(of.type().kind());
    }

    boolean matches(ResourceId of) {
      return matchesType(of) && name.matches(of.name()) && matchesNamespace(of);
    }

    boolean matchesNamespace(ResourceId of) {
      return namespace.matches(of.effectiveNamespace());
    }
  }

  static Selector read(Fields fields) {
    String group = fields.text("group");
    String version = fields.text("version");
    String kind = fields.text("kind");
    String name = fields.text("name");
    String namespace = fields.text("namespace");
    var id =
        new ResourceIdPattern(
            pattern(group),
            pattern(version),
            pattern(kind),
            pattern(name),
            pattern(namespace),
            (group + version + kind + name + namespace).isEmpty());
    return new Selector(
        !name.isEmpty(),
        id,
        LabelSelector.parse(fields.text("labelSelector")),
        LabelSelector.parse(fields.text("annotationSelector")));
  }

  /// Whether the selector asks for a name.
  boolean hasName() {
    return named;
  }

  private static Pattern pattern(String expression) {
    try {
      return Pattern.compile(
          expression.isEmpty() ? ".*" : "^(?:" + expression + ")$", Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      throw new BuildFailed(
          "error parsing regexp: " + e.getDescription() + ": `^(?:" + expression + ")$`",
          "Correct the expression in the selector");
    }
  }

  /// Whether a patch's target means this object: type as it is now, name and namespace as they are
  /// or were at first.
  boolean matches(Resource resource) {
    ResourceId now = resource.id();
    if (!id.matchesType(now) || !matchesMetadata(resource)) {
      return false;
    }
    ResourceId first = resource.originalId();
    boolean name = id.name().matches(now.name()) || id.name().matches(first.name());
    return name && (id.matchesNamespace(now) || id.matchesNamespace(first));
  }

  /// Whether a replacement's target means this object by any id it has or had.
  boolean matchesAnyId(Resource resource) {
    return matchesMetadata(resource) && matchesSomeId(resource);
  }

  /// Whether a replacement rejects this object; what the selector leaves open rejects nothing.
  boolean rejects(Resource resource) {
    if (id.any()) {
      return !(labels.isEmpty() && annotations.isEmpty()) && matchesMetadata(resource);
    }
    return matchesSomeId(resource) && matchesMetadata(resource);
  }

  private boolean matchesSomeId(Resource resource) {
    return id.matches(resource.id()) || resource.previousIds().stream().anyMatch(id::matches);
  }

  private boolean matchesMetadata(Resource resource) {
    return (labels.isEmpty()
            || labels.matches(resource.root().mappingAt("metadata", "labels").texts()))
        && (annotations.isEmpty()
            || annotations.matches(resource.root().mappingAt("metadata", "annotations").texts()));
  }
}
