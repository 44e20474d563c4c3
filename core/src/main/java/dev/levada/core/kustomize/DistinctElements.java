package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// What is left of a list in which elements repeat others' keys: the last ones (kustomize.md
/// section 8.3).
record DistinctElements(List<String> keys) {

  /// Drops what later elements repeat.
  void keep(List<Node> items) {
    List<Node> kept = keys.size() > 1 ? last(items) : inPlaceOfFirst(items);
    if (kept.size() < items.size()) {
      items.clear();
      items.addAll(kept);
    }
  }

  /// Of elements with the same keys the first.
  static List<Mapping> first(List<Mapping> elements, List<String> keys) {
    var distinct = new LinkedHashMap<List<String>, Mapping>();
    elements.forEach(element -> distinct.putIfAbsent(values(element, keys), element));
    return new ArrayList<>(distinct.values());
  }

  /// An element without any key stands for all of them, odd as that is: so does kustomize.
  private List<Node> inPlaceOfFirst(List<Node> items) {
    if (keys.isEmpty()) {
      return items;
    }
    var distinct = new LinkedHashMap<List<String>, Node>();
    for (Node item : items) {
      if (item instanceof Mapping element) {
        distinct.put(values(element, keys), item);
      }
    }
    for (Node item : items.reversed()) {
      if (item instanceof Mapping element && keys.stream().noneMatch(element::has)) {
        return List.of(item);
      }
    }
    return new ArrayList<>(distinct.values());
  }

  private List<Node> last(List<Node> items) {
    var kept = new ArrayList<Node>();
    for (Node item : items) {
      if (item instanceof Mapping element) {
        kept.removeIf(earlier -> includes(element, (Mapping) earlier));
        kept.add(item);
      }
    }
    return kept;
  }

  /// Whether all the keys that an element has are the other's too.
  private boolean includes(Mapping element, Mapping other) {
    return keys.stream()
        .allMatch(key -> {
          String value = text(element, key);
          return value.isEmpty() || value.equals(text(other, key));
        });
  }

  static List<String> values(Mapping element, List<String> keys) {
    return keys.stream().map(key -> text(element, key)).toList();
  }

  static String text(Mapping element, String key) {
    return element.get(key) instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : "";
  }
}
