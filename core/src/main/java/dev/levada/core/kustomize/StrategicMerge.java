package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Merges a patch into an object in place (kustomize.md section 8.3).
final class StrategicMerge {

  static final String DIRECTIVE = "$patch";

  private final Resource resource;

  StrategicMerge(Resource resource) {
    this.resource = resource;
  }

  /// Merges a patch into a whole object; one that is to be deleted is left empty. At the top
  /// `$patch: replace` changes nothing, odd as that is: so does kustomize.
  void merge(Mapping patch, MergeType type) {
    Mapping target = resource.root();
    if (directive(patch).equals("replace")) {
      return;
    }
    if (!mergeMapping(target, patch, type)) {
      target.entries().clear();
    }
  }

  /// @return whether the target stays
  private boolean mergeMapping(Mapping target, Mapping patch, MergeType type) {
    switch (directive(patch)) {
      case "delete" -> {
        return false;
      }
      case "replace" -> {
        target.entries().clear();
        target.entries().putAll(cleaned(patch, type).entries());
        return true;
      }
      default ->
          patch
              .entries()
              .forEach((key, value) -> {
                if (!key.equals(DIRECTIVE) && !Mapping.isOdd(key)) {
                  mergeField(target, key, value, type);
                }
              });
    }
    settleOthers(target, patch, type);
    return true;
  }

  /// Lists with keys lose repeated elements, and fields without a value go, even where the patch
  /// does not mention them; a `null` that is written out stays.
  private void settleOthers(Mapping target, Mapping patch, MergeType type) {
    List<String> leftOut = leftOut(target);
    leftOut.forEach(key -> target.removeFirst(key));
    target
        .entries()
        .forEach((key, value) -> {
          if (patch.has(key)) {
            return;
          }
          if (value instanceof Mapping mapping) {
            settle(mapping, type.field(key).type());
          } else if (value instanceof Sequence list && !type.field(key).keys().isEmpty()) {
            new ListMerge(this, type.field(key)).settle(list);
          }
        });
  }

  private static List<String> leftOut(Mapping target) {
    return target.entries().entrySet().stream()
        .filter(entry ->
            entry.getValue() instanceof Scalar scalar
                && isLeftOut(scalar)
                && !Mapping.isOdd(entry.getKey()))
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  private static boolean isLeftOut(Scalar scalar) {
    return scalar.isNull() && scalar.text().isEmpty();
  }

  /// As {@link #settleOthers}, for an element that no patch mentions.
  void settle(Mapping element, MergeType type) {
    settleOthers(element, new Mapping(), type);
  }

  private void mergeField(Mapping target, String key, Node value, MergeType type) {
    Node old = target.get(key);
    Node merged = merged(old, value, type.field(key));
    if (merged == null) {
      target.removeFirst(key);
    } else {
      target.put(key, merged);
      if (old != null) {
        resource.shared().replaced(resource.root(), old, merged);
      }
    }
  }

  /// What a field becomes, or null where it goes.
  private @Nullable Node merged(@Nullable Node old, Node patch, MergeType.Field field) {
    if (patch instanceof Scalar scalar && scalar.isNull()) {
      return null;
    }
    if (old == null || (old instanceof Scalar scalar && scalar.isNull())) {
      boolean keyed = !field.keys().isEmpty() && !field.isSet();
      return keyed && patch instanceof Sequence list
          ? new ListMerge(this, field).begun(list)
          : cleaned(patch, field);
    }
    if (!WrongNodeKind.kind(patch).equals(WrongNodeKind.kind(old))) {
      throw mismatch(patch, old);
    }
    return both(old, patch, field);
  }

  private @Nullable Node both(Node old, Node patch, MergeType.Field field) {
    if (patch instanceof Mapping mapping && old instanceof Mapping target) {
      return mergeMapping(target, mapping, field.type()) ? target : null;
    }
    if (patch instanceof Sequence list && old instanceof Sequence target) {
      return field.keys().isEmpty() ? list.copy() : new ListMerge(this, field).merge(target, list);
    }
    return patch instanceof Scalar now && old instanceof Scalar before ? kept(before, now) : patch;
  }

  /// A quoted value stays a string, whatever replaces its text; one that was not quoted takes
  /// quotes on only until it is replaced again.
  private static Scalar kept(Scalar old, Scalar patch) {
    return new Scalar(old.quoted() ? Scalar.Kind.STRING : patch.kind(), patch.text(), old.quoted());
  }

  /// Merges two elements of a list; null where the merged one goes.
  @Nullable Node mergeElement(Node old, Node patch, MergeType type) {
    return merged(old, patch, new MergeType.Field(type, List.of()));
  }

  /// What a patch adds where nothing was: without nulls, directives and what they delete.
  @Nullable Node cleaned(Node patch, MergeType.Field field) {
    return switch (patch) {
      case Scalar scalar -> scalar.isNull() ? null : added(scalar);
      case Sequence list ->
          field.keys().isEmpty() || field.isSet()
              ? list.copy()
              : new ListMerge(this, field).added(list);
      case Mapping mapping ->
          directive(mapping).equals("delete") ? null : cleaned(mapping, field.type());
    };
  }

  /// What older YAML takes for a boolean stands in quotes where a patch adds it.
  private static Scalar added(Scalar scalar) {
    boolean quotes =
        scalar.kind() == Scalar.Kind.STRING
            && YamlReader.scalar(scalar.text(), YamlRules.KUSTOMIZATION_1_1).kind()
                == Scalar.Kind.BOOLEAN;
    return quotes ? new Scalar(Scalar.Kind.STRING, scalar.text(), true) : scalar;
  }

  private Mapping cleaned(Mapping mapping, MergeType type) {
    var cleaned = new Mapping();
    mapping
        .entries()
        .forEach((key, value) -> {
          Node kept =
              key.equals(DIRECTIVE) || Mapping.isOdd(key) ? null : cleaned(value, type.field(key));
          if (kept != null) {
            cleaned.put(key, kept);
          }
        });
    return cleaned;
  }

  /// `delete`, `replace` or `merge`; empty where there is none.
  static String directive(Mapping patch) {
    String directive = patch.textAt(DIRECTIVE);
    return switch (directive) {
      case "", "delete", "replace", "merge" -> directive;
      default ->
          throw new BuildFailed(
              "unknown patch strategy '" + directive + "'", "Write delete, replace or merge");
    };
  }

  private static BuildFailed mismatch(Node patch, Node old) {
    return WrongNodeKind.failure(
        WrongNodeKind.kind(old),
        patch,
        "Write the same kind of value in the patch as in the object");
  }
}
