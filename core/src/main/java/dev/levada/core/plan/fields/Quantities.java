package dev.levada.core.plan.fields;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import java.util.Set;

/// Writes the amounts in objects of Kubernetes' own kinds the way the API server stores them.
final class Quantities {

  private static final GroupKind CLAIM = new GroupKind("", "PersistentVolumeClaim");
  private static final GroupKind VOLUME = new GroupKind("", "PersistentVolume");
  private static final GroupKind QUOTA = new GroupKind("", "ResourceQuota");
  private static final GroupKind LIMITS = new GroupKind("", "LimitRange");
  private static final GroupKind STATEFUL_SET = new GroupKind("apps", "StatefulSet");
  private static final Set<String> LIMIT_FIELDS =
      Set.of("max", "min", "default", "defaultRequest", "maxLimitRequestRatio");

  private Quantities() {}

  /// Edits the object in place.
  static void canonicalise(Manifest manifest) {
    Mapping podSpec = PodSpecs.of(manifest);
    PodSpecs.containers(podSpec).forEach(Quantities::resources);
    resources(podSpec);
    each(podSpec.mappingAt("overhead"));
    for (Mapping volume : PodSpecs.mappings(podSpec.sequenceAt("volumes"))) {
      one(volume.mappingAt("emptyDir"), "sizeLimit");
      resources(volume.mappingAt("ephemeral", "volumeClaimTemplate", "spec"));
    }
    GroupKind type = GroupKind.of(manifest);
    Mapping spec = manifest.root().mappingAt("spec");
    if (type.equals(CLAIM)) {
      resources(spec);
    } else if (type.equals(VOLUME)) {
      each(spec.mappingAt("capacity"));
    } else if (type.equals(QUOTA)) {
      each(spec.mappingAt("hard"));
    } else if (type.equals(LIMITS)) {
      PodSpecs.mappings(spec.sequenceAt("limits"))
          .forEach(limit -> LIMIT_FIELDS.forEach(field -> each(limit.mappingAt(field))));
    } else if (type.equals(STATEFUL_SET)) {
      PodSpecs.mappings(spec.sequenceAt("volumeClaimTemplates"))
          .forEach(claim -> resources(claim.mappingAt("spec")));
    }
  }

  private static void resources(Mapping holder) {
    each(holder.mappingAt("resources", "limits"));
    each(holder.mappingAt("resources", "requests"));
  }

  private static void each(Mapping amounts) {
    amounts.entries().replaceAll((_, amount) -> Quantity.canonical(amount));
  }

  private static void one(Mapping holder, String key) {
    holder.entries().computeIfPresent(key, (_, amount) -> Quantity.canonical(amount));
  }
}
