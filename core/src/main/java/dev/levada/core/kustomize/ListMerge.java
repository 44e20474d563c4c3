package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
      // What is no element counts as one that forgets its keys, odd as that is: so does kustomize.
      Mapping element = item instanceof Mapping mapping ? mapping : new Mapping();
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

  /// A list within something that is new in the object, without what its directives delete, or null
  /// where they delete all.
  @Nullable Sequence added(Sequence patch) {
    if (!field.isSet()) {
      requireElements(patch);
    }
    if (field.isSet() || patch.items().stream().anyMatch(item -> !isElement(item))) {
      return merge(new Sequence(), patch);
    }
    return added(patch.items().stream().map(Mapping.class::cast).toList());
  }

  /// A list that the object lacks where it has all around it. Directives about the whole list are
  /// elements like others there, odd as that is: so does kustomize.
  Sequence begun(Sequence patch) {
    requireElements(patch);
    return added(patch.items().stream().map(Mapping.class::cast).toList());
  }

  private void requireElements(Sequence list) {
    list.items().stream()
        .filter(item -> !(item instanceof Mapping))
        .findFirst()
        .ifPresent(item -> {
          throw noElement(item);
        });
  }

  private BuildFailed noElement(Node item) {
    return WrongNodeKind.failure(
        "MappingNode", item, "Write elements with " + String.join(" and ", field.keys()));
  }

  private static boolean isElement(Node item) {
    return item instanceof Mapping element
        && !(element.entries().size() == 1 && element.has(StrategicMerge.DIRECTIVE));
  }

  /// Drops repeated elements, at any depth.
  void settle(Sequence list) {
    if (field.isSet()) {
      return;
    }
    requireElements(list);
    new DistinctElements(keysInUse(list, List.of())).keep(list.items());
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

  /// Of elements with the same keys the first decides whether they stay, and the last is what
  /// stays, directive and all: so does kustomize.
  private Sequence added(List<Mapping> elements) {
    List<String> keys = keysInUse(new Sequence(), elements);
    var times = new HashMap<List<String>, Integer>();
    elements.forEach(
        element -> times.merge(DistinctElements.values(element, keys), 1, Integer::sum));
    var deleted = new HashSet<List<String>>();
    DistinctElements.first(elements, keys).stream()
        .filter(element -> isDeleted(element, keys))
        .forEach(element -> deleted.add(DistinctElements.values(element, keys)));
    var list = new Sequence();
    for (Mapping element : elements) {
      List<String> values = DistinctElements.values(element, keys);
      if (!deleted.contains(values)) {
        boolean asIs = times.getOrDefault(values, 1) > 1 || hasNone(element, keys);
        add(list, asIs ? element.copy() : kept(element));
      }
    }
    if (!keys.isEmpty() && list.items().stream().anyMatch(item -> hasNone(item, keys))) {
      return swallowed(list, keys);
    }
    new DistinctElements(keys).keep(list.items());
    return list;
  }

  /// An element that forgets its keys takes the place of all before it, and of those after it too,
  /// but where only one of several keys is in use.
  private Sequence swallowed(Sequence list, List<String> keys) {
    boolean all = keys.size() == field.keys().size() || keys.size() > 1;
    var left = new Sequence();
    for (Node item : list) {
      boolean forgets = hasNone(item, keys);
      if (forgets) {
        left.items().clear();
      }
      boolean swallowed = !left.items().isEmpty() && hasNone(left.items().getFirst(), keys);
      if (forgets || !all || !swallowed) {
        left.add(item);
      }
    }
    return left;
  }

  private static boolean hasNone(Node item, List<String> keys) {
    return item instanceof Mapping element && keys.stream().noneMatch(element::has);
  }

  /// One of several keys is too little to delete an element of a new list, so it is added instead,
  /// odd as that is: so does kustomize.
  private static boolean isDeleted(Mapping element, List<String> keys) {
    return StrategicMerge.directive(element).equals("delete")
        && !hasNone(element, keys)
        && (keys.size() == 1 || !lacksKey(element, keys));
  }

  private @Nullable Node kept(Mapping element) {
    Mapping plain = element.copy();
    plain.remove(StrategicMerge.DIRECTIVE);
    return cleaned(plain);
  }

  private Sequence byKey(Sequence target, List<Mapping> elements) {
    requireElements(target);
    List<String> keys = keysInUse(target, elements);
    Sequence merged =
        keys.size() > 1 ? inPlace(target, elements, keys) : toFront(target, elements, keys);
    new DistinctElements(keys).keep(merged.items());
    return merged;
  }

  private Sequence toFront(Sequence target, List<Mapping> elements, List<String> keys) {
    List<Node> rest = new ArrayList<>(target.items());
    var merged = new Sequence();
    for (Mapping element : DistinctElements.first(elements, keys)) {
      if (keys.stream().noneMatch(element::has)) {
        // An element that forgets its key takes along all that have theirs: so does kustomize.
        // One that has nothing at all does so only where there is but one key to forget.
        boolean takes = !element.isEmpty() || field.keys().size() == 1;
        rest.removeIf(
            old -> takes && old instanceof Mapping had && keys.stream().anyMatch(had::has));
        continue;
      }
      int at = indexOf(rest, element, keys);
      if (at < 0) {
        add(merged, cleaned(element));
      } else {
        Node changed = mergeElement(rest.get(at), element);
        if (changed == null) {
          rest.removeIf(old -> agree(old, element, keys));
        } else {
          rest.remove(at);
          List<Node> repeated = taken(rest, element, keys);
          merged.add(changed);
          merged.items().addAll(repeated);
        }
      }
    }
    settle(rest);
    merged.items().addAll(rest);
    return merged;
  }

  private static List<Node> taken(List<Node> rest, Mapping element, List<String> keys) {
    List<Node> taken = rest.stream().filter(old -> agree(old, element, keys)).toList();
    rest.removeAll(taken);
    return taken;
  }

  private void settle(List<Node> untouched) {
    for (Node item : untouched) {
      if (item instanceof Mapping element) {
        merge.settle(element, field.type());
      }
    }
  }

  /// With several keys, elements that match stay where they are. One that matches only because a
  /// key is missing on one side changes nothing, odd as that is: so does kustomize.
  private Sequence inPlace(Sequence target, List<Mapping> elements, List<String> keys) {
    List<Node> rest = new ArrayList<>(target.items());
    settle(rest);
    var merged = new Sequence();
    for (Mapping element : DistinctElements.first(elements, keys)) {
      if (isAmbiguous(element, target.items(), elements, keys)) {
        continue;
      }
      int at = indexOf(rest, element, keys);
      if (at >= 0) {
        change(rest, at, element, keys);
      } else if (rest.stream().noneMatch(old -> mayBeSame(old, element, keys))) {
        add(merged, cleaned(element));
      }
    }
    merged.items().addAll(rest);
    return merged;
  }

  private void change(List<Node> rest, int at, Mapping element, List<String> keys) {
    Node changed = mergeElement(rest.get(at), element);
    if (changed != null) {
      rest.set(at, changed);
    } else if (!lacksKey(element, keys)) {
      // An element that lacks one of several keys is not found again to be removed.
      rest.removeIf(old -> agree(old, element, keys));
    }
  }

  /// Whether an element that lacks a key could be several of the target, or is another's shadow.
  private static boolean isAmbiguous(
      Mapping element, List<Node> target, List<Mapping> elements, List<String> keys) {
    return lacksKey(element, keys)
        && (target.stream().filter(old -> mayBeSame(old, element, keys)).count() > 1
            || elements.stream()
                .anyMatch(other -> !lacksKey(other, keys) && mayBeSame(other, element, keys)));
  }

  private static boolean lacksKey(Mapping element, List<String> keys) {
    return keys.stream().anyMatch(key -> DistinctElements.text(element, key).isEmpty());
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
      if (agree(rest.get(i), element, keys)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean agree(Node old, Mapping element, List<String> keys) {
    return old instanceof Mapping candidate
        && DistinctElements.values(candidate, keys).equals(DistinctElements.values(element, keys));
  }

  private static boolean mayBeSame(Node old, Mapping element, List<String> keys) {
    if (!(old instanceof Mapping candidate)) {
      return false;
    }
    boolean someAgree = false;
    for (String key : keys) {
      String left = DistinctElements.text(candidate, key);
      String right = DistinctElements.text(element, key);
      if (!left.isEmpty() && !right.isEmpty()) {
        if (!left.equals(right)) {
          return false;
        }
        someAgree = true;
      }
    }
    return someAgree;
  }
}
