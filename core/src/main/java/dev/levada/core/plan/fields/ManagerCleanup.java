package dev.levada.core.plan.fields;

import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.plan.hint.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Takes over the fields that `kubectl` and former versions of the engine own on an object, so that
/// what is removed from the source is removed from the cluster. flux-api.md §2.3.
///
/// @param patch the JSON patch that does it; empty where nothing is to do
public record ManagerCleanup(Sequence patch) {

  /// The field manager under which objects are applied.
  public static final String MANAGER = "kustomize-controller";

  private static final String APPLY = "Apply";
  private static final String UPDATE = "Update";
  private static final List<String> ANNOTATIONS =
      List.of(
          "kubectl.kubernetes.io/last-applied-configuration",
          "kustomize.toolkit.fluxcd.io/checksum",
          "fluxcd.io/sync-checksum");
  private static final List<String> LABELS = List.of("fluxcd.io/sync-gc-mark");

  /// What an object needs.
  ///
  /// @param desired the object as it should be; `ssa: Merge` on it leaves other managers alone
  /// @param live the object as the API server has it, with its managed fields
  /// @param overridden names of further managers to take fields from (`--override-manager`)
  /// @param migrate whether fields that were set under another version of the kind become fields of
  ///   the applied one (gate `MigrateAPIVersion`)
  public static ManagerCleanup of(
      Manifest desired, Manifest live, Set<String> overridden, boolean migrate) {
    var operations = new Sequence();
    List<Mapping> entries = PodSpecs.mappings(live.root().sequenceAt("metadata", "managedFields"));
    List<Mapping> settled = migrate ? migrated(entries, desired.type()) : entries;
    if (!Hint.MERGE.isOn(desired)) {
      remove(live, "annotations", ANNOTATIONS, operations);
      remove(live, "labels", LABELS, operations);
      settled = takenOver(settled, overridden);
    }
    if (!settled.equals(entries)) {
      operations.add(replace("/metadata/managedFields", new Sequence(settled)));
    }
    if (operations.size() > 0 && !live.resourceVersion().isEmpty()) {
      // makes the API server refuse the patch where someone has written the object since
      operations.add(replace("/metadata/resourceVersion", Scalar.of(live.resourceVersion())));
    }
    return new ManagerCleanup(operations);
  }

  /// Whether the patch is to be sent.
  public boolean isNeeded() {
    return patch.size() > 0;
  }

  /// Where the annotations and labels are that go, as JSON pointers.
  public List<String> removals() {
    return PodSpecs.mappings(patch).stream()
        .filter(operation -> operation.textAt("op").equals("remove"))
        .map(operation -> operation.textAt("path"))
        .toList();
  }

  private static void remove(Manifest live, String field, List<String> keys, Sequence operations) {
    for (String key : keys) {
      if (live.root().at("metadata", field, key) != null) {
        String path = new FieldPath(List.of("metadata", field, key)).toString();
        operations.add(new Mapping().put("op", "remove").put("path", path));
      }
    }
  }

  /// The entries with those of other versions of the group as entries of the applied one; the very
  /// same list where there are none.
  private static List<Mapping> migrated(List<Mapping> entries, GroupVersionKind applied) {
    String group = applied.group().isEmpty() ? "" : applied.group() + "/";
    String wanted = group + applied.version();
    boolean foreign =
        entries.stream().anyMatch(entry -> isOther(entry.textAt("apiVersion"), group, wanted));
    if (!foreign) {
      return entries;
    }
    return entries.stream()
        .map(entry ->
            isOther(entry.textAt("apiVersion"), group, wanted)
                ? entry.copy().put("apiVersion", wanted)
                : entry)
        .toList();
  }

  private static boolean isOther(String version, String group, String wanted) {
    boolean sameGroup = group.isEmpty() ? !version.contains("/") : version.startsWith(group);
    return sameGroup && !version.equals(wanted);
  }

  /// The entries with those that are taken over merged into ours; the very same list where none is.
  private static List<Mapping> takenOver(List<Mapping> entries, Set<String> overridden) {
    List<Mapping> taken = entries.stream().filter(entry -> isTaken(entry, overridden)).toList();
    if (taken.isEmpty()) {
      return entries;
    }
    Mapping own =
        entries.stream()
            .filter(ManagerCleanup::isOwn)
            .findFirst()
            .orElseGet(() -> taken.getLast())
            .copy();
    own.put("manager", MANAGER).put("operation", APPLY);
    Mapping fields = own.mappingAt("fieldsV1");
    for (Mapping entry : taken) {
      fields = FieldSet.union(fields, entry.mappingAt("fieldsV1"));
    }
    own.put("fieldsV1", fields);
    var kept = new ArrayList<Mapping>();
    kept.add(own);
    entries.stream().filter(entry -> !taken.contains(entry) && !isOwn(entry)).forEach(kept::add);
    return kept;
  }

  private static boolean isOwn(Mapping entry) {
    return entry.textAt("subresource").isEmpty()
        && entry.textAt("manager").equals(MANAGER)
        && entry.textAt("operation").equals(APPLY);
  }

  private static boolean isTaken(Mapping entry, Set<String> overridden) {
    if (!entry.textAt("subresource").isEmpty()) {
      return false;
    }
    String manager = entry.textAt("manager");
    if (manager.equals(MANAGER) || manager.equals("before-first-apply")) {
      return entry.textAt("operation").equals(UPDATE);
    }
    return manager.startsWith("kubectl") || overridden.contains(manager);
  }

  private static Mapping replace(String path, Node value) {
    return new Mapping().put("op", "replace").put("path", path).put("value", value);
  }
}
