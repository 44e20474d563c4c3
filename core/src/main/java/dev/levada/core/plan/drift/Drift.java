package dev.levada.core.plan.drift;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.plan.fields.FieldPath;
import java.util.List;
import java.util.Set;

/// What an apply would change: the API server's answer to a dry run against the object as it is.
/// Labels, annotations and everything beside metadata and status count, so a field that the engine
/// does not own never does. flux-api.md §2.3.
public final class Drift {

  private static final Set<String> IGNORED = Set.of("metadata", "status");
  private static final List<String> METADATA = List.of("labels", "annotations");

  private Drift() {}

  /// The differing fields; empty where an apply would change nothing. Values of Secrets are masked.
  ///
  /// @param live the object as it is
  /// @param dryRun the object as it would be
  public static List<FieldChange> between(Manifest live, Manifest dryRun) {
    return between(live, dryRun, List.of());
  }

  /// The differing fields but for those that are left to others.
  ///
  /// @param live the object as it is
  /// @param dryRun the object as it would be
  /// @param ignored the fields that do not count
  public static List<FieldChange> between(Manifest live, Manifest dryRun, List<FieldPath> ignored) {
    return ignored.isEmpty()
        ? changes(live, dryRun)
        : changes(without(ignored, live), without(ignored, dryRun));
  }

  private static Manifest without(List<FieldPath> ignored, Manifest manifest) {
    Manifest copy = manifest.copy();
    ignored.forEach(path -> path.remove(copy.root()));
    return copy;
  }

  private static List<FieldChange> changes(Manifest live, Manifest dryRun) {
    if (compared(live).sameValue(compared(dryRun))) {
      return List.of();
    }
    Mapping before = compared(Mask.of(live, live.uid()));
    Mapping after = compared(Mask.of(dryRun, live.uid()));
    List<FieldChange> changes = new Differences().of("", before, after);
    return changes.isEmpty() ? List.of(hiddenChange()) : changes;
  }

  /// Two secret values with the same short hash: rare, but a change none the less.
  private static FieldChange hiddenChange() {
    return new FieldChange.Replaced("/data", Scalar.of("***"), Scalar.of("***"));
  }

  private static Mapping compared(Manifest manifest) {
    var compared = new Mapping();
    for (String key : METADATA) {
      Node value = manifest.root().at("metadata", key);
      if (value != null) {
        compared.child("metadata").put(key, value);
      }
    }
    manifest
        .root()
        .entries()
        .forEach((key, value) -> {
          if (!IGNORED.contains(key)) {
            compared.put(key, value);
          }
        });
    return compared;
  }
}
