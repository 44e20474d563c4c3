package dev.levada.core.plan.fields;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import java.util.List;
import java.util.Optional;

/// The field managers that apply an object, and what of it each of them owns.
///
/// @param live the object
/// @param sets the fields of each, as `managedFields` writes them
public record Appliers(Manifest live, List<Mapping> sets) {

  /// All that apply an object, but for one.
  ///
  /// @param live the object with its managed fields
  /// @param manager the one that does not count
  public static Appliers others(Manifest live, String manager) {
    return new Appliers(
        live,
        PodSpecs.mappings(live.root().sequenceAt("metadata", "managedFields")).stream()
            .filter(entry -> entry.textAt("operation").equals("Apply"))
            .filter(entry -> !entry.textAt("manager").equals(manager))
            .map(entry -> entry.mappingAt("fieldsV1"))
            .toList());
  }

  /// Whether one of them owns a field, or what it is in as a whole.
  public boolean own(FieldPath path) {
    return sets.stream().anyMatch(set -> owns(set, live.root(), path.keys()));
  }

  private static boolean owns(Mapping set, Node value, List<String> path) {
    if (path.isEmpty() || set.isEmpty()) {
      return true;
    }
    String key = path.getFirst();
    return value
        .under(key)
        .flatMap(next ->
            step(set, value, key, next)
                .map(below -> owns(below, next, path.subList(1, path.size()))))
        .orElse(false);
  }

  private static Optional<Mapping> step(Mapping set, Node value, String key, Node next) {
    if (value instanceof Mapping) {
      return Optional.ofNullable(set.get("f:" + key)).map(FieldSet::asMapping);
    }
    return set.entries().entrySet().stream()
        .filter(entry -> OwnedFields.names(entry.getKey(), next))
        .findFirst()
        .map(entry -> FieldSet.asMapping(entry.getValue()));
  }
}
