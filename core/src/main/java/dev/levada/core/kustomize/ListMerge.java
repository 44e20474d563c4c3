package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Merges lists whose elements have keys: what the patch mentions comes first, in its order, then
/// the rest of the target (kustomize.md section 8.3).
record ListMerge(StrategicMerge merge, MergeType.Field field) {

  /// The merged list, or null where the patch deletes it.
  @Nullable Sequence merge(Sequence target, Sequence patch) {
    if (field.isSet()) {
      return union(target, patch);
    }
    var elements = new ArrayList<Mapping>();
    String directive = "";
    for (Node item : patch) {
      if (!(item instanceof Mapping element)) {
        throw new BuildFailed(
            "wrong node kind: expected MappingNode but got ScalarNode: node contents: " + item,
            "Write elements with " + String.join(" and ", field.keys()));
      }
      if (element.entries().size() == 1 && element.has(StrategicMerge.DIRECTIVE)) {
        directive = StrategicMerge.directive(element);
      } else {
        elements.add(element);
      }
    }
    return switch (directive) {
      case "delete" -> null;
      case "replace" -> added(elements);
      default -> byKey(target, elements);
    };
  }

  /// Drops repeated elements, at any depth.
  void settle(Sequence list) {
    if (field.isSet()) {
      return;
    }
    List<String> keys = keysInUse(list, List.of());
    List<Node> distinct = keys.isEmpty() ? list.items() : distinct(list, keys);
    if (distinct.size() < list.size()) {
      list.items().clear();
      list.items().addAll(distinct);
    }
    for (Node item : list) {
      if (item instanceof Mapping element) {
        merge.settle(element, field.type());
      }
    }
  }

  private static Sequence union(Sequence target, Sequence patch) {
    var union = new Sequence(patch.items());
    for (Node item : target) {
      if (patch.items().stream().noneMatch(item::sameValue)) {
        union.add(item);
      }
    }
    return union;
  }

  private Sequence added(List<Mapping> elements) {
    var list = new Sequence();
    elements.forEach(element -> add(list, cleaned(element)));
    return list;
  }

  private Sequence byKey(Sequence target, List<Mapping> elements) {
    List<String> keys = keysInUse(target, elements);
    return keys.size() > 1 ? inPlace(target, elements, keys) : toFront(target, elements, keys);
  }

  private Sequence toFront(Sequence target, List<Mapping> elements, List<String> keys) {
    List<Node> rest = distinct(target, keys);
    var merged = new Sequence();
    for (Mapping element : distinct(elements, keys)) {
      int at = indexOf(rest, element, keys);
      add(merged, at < 0 ? cleaned(element) : mergeElement(rest.remove(at), element));
    }
    merged.items().addAll(rest);
    return merged;
  }

  /// With several keys, elements that match stay where they are. One that matches only because a
  /// key is missing on one side changes nothing, odd as that is: so does kustomize.
  private Sequence inPlace(Sequence target, List<Mapping> elements, List<String> keys) {
    List<Node> rest = distinct(target, keys);
    var merged = new Sequence();
    for (Mapping element : elements) {
      int at = indexOf(rest, element, keys);
      if (at >= 0) {
        Node old = rest.remove(at);
        Node changed = mergeElement(old, element);
        // An element that lacks one of several keys is not found again to be removed.
        boolean lacksKey = keys.stream().anyMatch(key -> text(element, key).isEmpty());
        if (changed != null || lacksKey) {
          rest.add(at, changed == null ? old : changed);
        }
      } else if (rest.stream().noneMatch(old -> mayBeSame(old, element, keys))) {
        add(merged, cleaned(element));
      }
    }
    merged.items().addAll(rest);
    return merged;
  }

  private @Nullable Node cleaned(Mapping element) {
    return merge.cleaned(element, new MergeType.Field(field.type(), List.of()));
  }

  private @Nullable Node mergeElement(Node old, Mapping element) {
    if (StrategicMerge.directive(element).equals("replace")) {
      return old; // only a whole list can be replaced
    }
    return merge.mergeElement(old, element, field.type());
  }

  /// Of elements with the same keys the last one, in the place of the first.
  private static List<Node> distinct(Sequence list, List<String> keys) {
    var distinct = new LinkedHashMap<List<String>, Node>();
    for (Node item : list) {
      if (item instanceof Mapping element) {
        distinct.put(keys.stream().map(key -> text(element, key)).toList(), item);
      }
    }
    return new ArrayList<>(distinct.values());
  }

  private static List<Mapping> distinct(List<Mapping> elements, List<String> keys) {
    return distinct(new Sequence(elements), keys).stream().map(Mapping.class::cast).toList();
  }

  private static void add(Sequence list, @Nullable Node element) {
    if (element != null && !(element instanceof Mapping mapping && mapping.isEmpty())) {
      list.add(element);
    }
  }

  private List<String> keysInUse(Sequence target, List<Mapping> elements) {
    return field.keys().stream()
        .filter(key ->
            elements.stream().anyMatch(element -> element.has(key))
                || target.items().stream()
                    .anyMatch(item -> item instanceof Mapping element && element.has(key)))
        .toList();
  }

  private static int indexOf(List<Node> rest, Mapping element, List<String> keys) {
    for (int i = 0; i < rest.size(); i++) {
      if (rest.get(i) instanceof Mapping candidate && agree(candidate, element, keys)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean agree(Mapping candidate, Mapping element, List<String> keys) {
    return keys.stream().allMatch(key -> text(candidate, key).equals(text(element, key)));
  }

  private static boolean mayBeSame(Node old, Mapping element, List<String> keys) {
    if (!(old instanceof Mapping candidate)) {
      return false;
    }
    boolean someAgree = false;
    for (String key : keys) {
      String left = text(candidate, key);
      String right = text(element, key);
      if (!left.isEmpty() && !right.isEmpty()) {
        if (!left.equals(right)) {
          return false;
        }
        someAgree = true;
      }
    }
    return someAgree;
  }

  private static String text(Mapping element, String key) {
    return element.get(key) instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : "";
  }
}
