package dev.levada.cluster.apply;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.reference.References;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which objects cannot be applied because one that they need cannot, be it directly or through
/// others.
final class Blocks {

  private final Set<ObjectId> troubled;
  private final Map<ObjectId, Set<ObjectId>> needs = new HashMap<>();
  private final Map<ObjectId, ObjectId> blocked = new HashMap<>();

  Blocks(Set<ObjectId> troubled) {
    this.troubled = new HashSet<>(troubled);
  }

  /// An object cannot be applied.
  void add(ObjectId id) {
    troubled.add(id);
    spread();
  }

  /// Learns what these objects need.
  void spread(List<Manifest> manifests) {
    manifests.forEach(manifest -> needs.put(manifest.id(), References.of(manifest)));
    spread();
  }

  private void spread() {
    boolean more = true;
    while (more) {
      more = false;
      for (var need : needs.entrySet()) {
        if (!troubled.contains(need.getKey()) && !blocked.containsKey(need.getKey())) {
          more |= block(need.getKey(), need.getValue());
        }
      }
    }
  }

  private boolean block(ObjectId id, Set<ObjectId> needed) {
    for (ObjectId one : needed) {
      if (troubled.contains(one) || blocked.containsKey(one)) {
        blocked.put(id, one);
        return true;
      }
    }
    return false;
  }

  /// What holds an object up; empty where nothing does.
  Optional<ObjectId> blocker(ObjectId id) {
    return Optional.ofNullable(blocked.get(id));
  }
}
