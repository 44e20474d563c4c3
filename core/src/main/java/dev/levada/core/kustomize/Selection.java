package dev.levada.core.kustomize;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Mapping;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A selector at work: type, name and namespace as regular expressions that match the whole text,
/// labels and annotations as Kubernetes selects them. The latter are read when the first object
/// comes to them, as kustomize does.
final class Selection {

  private final ResourceIdPattern id;
  private final Requirements labels;
  private final Requirements annotations;

  private Selection(ResourceIdPattern id, Requirements labels, Requirements annotations) {
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

  /// What labels or annotations must be; nothing where the text is empty.
  private static final class Requirements {

    private final String field;
    private final String text;
    private @Nullable LabelSelector read;

    Requirements(String field, String text) {
      this.field = field;
      this.text = text;
    }

    boolean isEmpty() {
      return text.isEmpty();
    }

    boolean matches(Resource resource) {
      LabelSelector selector = read;
      if (selector == null) {
        selector = LabelSelector.parse(text);
        read = selector;
      }
      return selector.isEmpty() || selector.matches(pairs(resource));
    }

    private Map<String, String> pairs(Resource resource) {
      Mapping pairs = resource.root().mappingAt("metadata", field);
      return pairs.texts();
    }
  }

  static Selection of(Selector selector) {
    Pattern group = pattern(selector.type().group());
    Pattern version = pattern(selector.type().version());
    Pattern kind = pattern(selector.type().kind());
    Pattern name = pattern(selector.name());
    Pattern namespace = pattern(selector.namespace());
    boolean any =
        (selector.name() + selector.namespace()).isEmpty()
            && selector.type().equals(new GroupVersionKind("", "", ""));
    return new Selection(
        new ResourceIdPattern(group, version, kind, name, namespace, any),
        new Requirements("labels", selector.labels()),
        new Requirements("annotations", selector.annotations()));
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
    if (!id.matchesType(now)) {
      return false;
    }
    ResourceId first = resource.originalId();
    boolean name = id.name().matches(now.name()) || id.name().matches(first.name());
    return name
        && (id.matchesNamespace(now) || id.matchesNamespace(first))
        && labels.matches(resource)
        && annotations.matches(resource);
  }

  /// Whether a replacement's target means this object by any id it has or had.
  boolean matchesAnyId(Resource resource) {
    return matchesMetadata(resource) && matchesSomeId(resource);
  }

  /// Whether a replacement rejects this object; what the selector leaves open rejects nothing.
  boolean rejects(Resource resource) {
    boolean metadata = matchesMetadata(resource);
    if (id.any()) {
      return metadata && !(labels.isEmpty() && annotations.isEmpty());
    }
    return metadata && matchesSomeId(resource);
  }

  private boolean matchesSomeId(Resource resource) {
    return id.matches(resource.id()) || resource.previousIds().stream().anyMatch(id::matches);
  }

  private boolean matchesMetadata(Resource resource) {
    return annotations.matches(resource) && labels.matches(resource);
  }
}
