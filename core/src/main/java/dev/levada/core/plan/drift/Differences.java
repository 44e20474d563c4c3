package dev.levada.core.plan.drift;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.plan.fields.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects the differences of two values, as deep inside them as they can be told.
final class Differences {

  private final List<FieldChange> found = new ArrayList<>();

  /// The differences, in the order of the first value's fields, then of what only the second has.
  List<FieldChange> of(String pointer, Node before, Node after) {
    compare(pointer, before, after);
    return List.copyOf(found);
  }

  private void compare(String pointer, Node before, Node after) {
    if (before.sameValue(after)) {
      return;
    }
    if (before instanceof Mapping one && after instanceof Mapping other) {
      compareEntries(pointer, one.entries(), other.entries());
    } else if (before instanceof Sequence one && after instanceof Sequence other) {
      compareItems(pointer, one, other);
    } else {
      found.add(new FieldChange.Replaced(pointer, before, after));
    }
  }

  private void compareEntries(String pointer, Map<String, Node> before, Map<String, Node> after) {
    before.forEach((key, old) -> {
      Node now = after.get(key);
      if (now == null) {
        found.add(new FieldChange.Removed(pointer + FieldPath.step(key), old));
      } else {
        compare(pointer + FieldPath.step(key), old, now);
      }
    });
    after.forEach((key, now) -> {
      if (!before.containsKey(key)) {
        found.add(new FieldChange.Added(pointer + FieldPath.step(key), now));
      }
    });
  }

  private void compareItems(String pointer, Sequence before, Sequence after) {
    int differencesBefore = found.size();
    Map<String, Integer> oldPlaces = placesByName(before);
    Map<String, Integer> newPlaces = placesByName(after);
    boolean named = oldPlaces.size() == before.size() && newPlaces.size() == after.size();
    if (named) {
      compareNamed(pointer, before, after, oldPlaces, newPlaces);
    } else {
      compareByPlace(pointer, before, after);
    }
    if (found.size() == differencesBefore) { // only the order differs
      found.add(new FieldChange.Replaced(pointer, before, after));
    }
  }

  private void compareNamed(
      String pointer,
      Sequence before,
      Sequence after,
      Map<String, Integer> oldPlaces,
      Map<String, Integer> newPlaces) {
    oldPlaces.forEach((name, oldPlace) -> {
      Node old = before.items().get(oldPlace);
      Integer place = newPlaces.get(name);
      if (place == null) {
        found.add(new FieldChange.Removed(pointer + "/" + oldPlace, old));
      } else {
        compare(pointer + "/" + place, old, after.items().get(place));
      }
    });
    newPlaces.forEach((name, place) -> {
      if (!oldPlaces.containsKey(name)) {
        found.add(new FieldChange.Added(pointer + "/" + place, after.items().get(place)));
      }
    });
  }

  private void compareByPlace(String pointer, Sequence before, Sequence after) {
    int both = Math.min(before.size(), after.size());
    for (int i = 0; i < both; i++) {
      compare(pointer + "/" + i, before.items().get(i), after.items().get(i));
    }
    for (int i = both; i < before.size(); i++) {
      found.add(new FieldChange.Removed(pointer + "/" + i, before.items().get(i)));
    }
    for (int i = both; i < after.size(); i++) {
      found.add(new FieldChange.Added(pointer + "/" + i, after.items().get(i)));
    }
  }

  /// Each item's place by its `name`; fewer than items where one has none, or two have the same.
  private static Map<String, Integer> placesByName(Sequence items) {
    var places = new LinkedHashMap<String, Integer>();
    for (int i = 0; i < items.size(); i++) {
      if (items.items().get(i) instanceof Mapping item && !item.textAt("name").isEmpty()) {
        places.put(item.textAt("name"), i);
      }
    }
    return places;
  }
}
