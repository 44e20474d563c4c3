package dev.levada.core.plan.drift;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.plan.fields.Appliers;
import dev.levada.core.plan.fields.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is sent of an object some of whose fields are left to others: where the value in the
/// cluster differs from ours, a field that somebody else applies is left out, any other is sent as
/// it is in the cluster. flux-api.md §2.3.
public final class Concession {

  private static final Set<String> OF_USERS = Set.of("labels", "annotations");

  private Concession() {}

  /// The object to send; the desired one itself where nothing is conceded.
  ///
  /// @param desired the object from the source
  /// @param live the object as it is
  /// @param dryRun the object as the desired one would make it
  /// @param ignored the fields that are left to others
  /// @param manager our field manager
  public static Manifest of(
      Manifest desired, Manifest live, Manifest dryRun, List<FieldPath> ignored, String manager) {
    List<FieldPath> drifted =
        ignored.stream()
            .filter(path -> !namesTheObject(path))
            .filter(path -> differs(path, live.root(), dryRun.root()))
            .toList();
    if (drifted.isEmpty()) {
      return desired;
    }
    Manifest sent = desired.copy();
    for (FieldPath path : drifted) {
      Optional<Node> value = path.find(live.root());
      if (value.isEmpty() || Appliers.others(live, manager).own(path)) {
        path.remove(sent.root());
      } else {
        path.put(sent.root(), value.get().copy());
      }
    }
    return sent;
  }

  /// What tells objects apart, and what the server keeps, is nobody's to leave to others.
  private static boolean namesTheObject(FieldPath path) {
    List<String> keys = path.keys();
    return switch (keys.getFirst()) {
      case "apiVersion", "kind" -> true;
      case "metadata" -> keys.size() == 1 || !OF_USERS.contains(keys.get(1));
      default -> false;
    };
  }

  private static boolean differs(FieldPath path, Mapping live, Mapping dryRun) {
    Optional<Node> now = path.find(live);
    Optional<Node> then = path.find(dryRun);
    return now.isPresent() != then.isPresent()
        || (now.isPresent() && then.isPresent() && !now.get().sameValue(then.get()));
  }
}
