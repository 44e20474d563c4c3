package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Visits every place in an object that a path of keys leads to.
final class FieldWalk {

  private final List<String> path;
  private final Missing missing;
  private final Visitor visitor;

  private FieldWalk(List<String> path, Missing missing, Visitor visitor) {
    this.path = path;
    this.missing = missing;
    this.visitor = visitor;
  }

  /// What to do where the path ends early.
  enum Missing {
    SKIP,
    /// Nothing, but for a null that stands where a list belongs: that becomes an empty list.
    SKIP_BUT_LISTS,
    MAKE_MAPPING,
    MAKE_SCALAR
  }

  /// Is shown the mapping and the key at the end of the path.
  interface Visitor {
    void visit(Mapping parent, String key);
  }

  /// Walks to a specification's places in an object; failures say where.
  static void walk(Resource resource, FieldSpec spec, Missing missing, Visitor visitor) {
    try {
      walk(resource.root(), spec.path(), missing, visitor);
    } catch (BuildFailed e) {
      throw e.within(
          "considering field '"
              + String.join("/", spec.path())
              + "' of object "
              + resource.id()
              + ": ");
    }
  }

  static void walk(Mapping root, List<String> path, Missing missing, Visitor visitor) {
    if (!path.isEmpty()) {
      new FieldWalk(path, missing, visitor).from(root, 0);
    }
  }

  private void from(Node node, int step) {
    switch (node) {
      case Mapping mapping -> enter(mapping, step);
      case Sequence list -> enter(list, step);
      case Scalar scalar -> {
        if (!scalar.isNull()) {
          throw new BuildFailed(
              "expected sequence or mapping node",
              "'"
                  + scalar.text()
                  + "' stands before '"
                  + path.get(step)
                  + "': correct the object, or the field specification");
        }
      }
    }
  }

  private void enter(Sequence list, int step) {
    try {
      list.forEach(item -> from(item, step));
    } catch (BuildFailed e) {
      throw e.within(
          "visit traversal on path: [" + String.join(" ", path.subList(step, path.size())) + "]: ");
    }
  }

  private void enter(Mapping mapping, int step) {
    boolean wantsList = path.get(step).endsWith("[]");
    String key = key(step);
    boolean last = step == path.size() - 1;
    if (wantsList) {
      emptyIfNull(mapping, key);
    }
    if (isMissing(mapping.get(key)) && !isValue(mapping, key, step)) {
      if (wantsList || !makes()) {
        return;
      }
      if (!last || missing == Missing.MAKE_MAPPING) {
        mapping.put(key, new Mapping());
      }
    }
    Node next = mapping.get(key);
    if (last) {
      visitor.visit(mapping, key);
    } else if (next != null) {
      from(next, step + 1);
    }
  }

  private String key(int step) {
    String part = path.get(step);
    return part.endsWith("[]") ? part.replace("[]", "") : part;
  }

  /// At the end of a path a null that somebody wrote is a value like others.
  private boolean isValue(Mapping mapping, String key, int step) {
    return step == path.size() - 1
        && missing != Missing.MAKE_MAPPING
        && mapping.has(key)
        && !path.get(step).endsWith("[]");
  }

  private boolean makes() {
    return missing == Missing.MAKE_MAPPING || missing == Missing.MAKE_SCALAR;
  }

  private void emptyIfNull(Mapping mapping, String key) {
    if (missing != Missing.SKIP && mapping.has(key) && isMissing(mapping.get(key))) {
      mapping.put(key, new Sequence());
    }
  }

  private static boolean isMissing(@Nullable Node node) {
    return node == null || (node instanceof Scalar scalar && scalar.isNull());
  }
}
