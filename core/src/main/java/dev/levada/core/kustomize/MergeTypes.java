package dev.levada.core.kustomize;

import dev.levada.core.manifest.GroupVersionKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The lists that are merged by key in Kubernetes' own types, as of 1.21 (kustomize.md section
/// 8.3). Types that are younger, and custom resources, are not known.
final class MergeTypes {

  private static final MergeType METADATA =
      type(
          Map.of(
              "finalizers", list(MergeType.UNKNOWN, MergeType.SET),
              "ownerReferences", list(MergeType.UNKNOWN, "uid")));

  private static final MergeType CONTAINER =
      type(
          Map.of(
              "env", list(MergeType.UNKNOWN, "name"),
              "ports", list(MergeType.UNKNOWN, "containerPort", "protocol"),
              "volumeMounts", list(MergeType.UNKNOWN, "mountPath"),
              "volumeDevices", list(MergeType.UNKNOWN, "devicePath")));

  private static final MergeType EPHEMERAL_CONTAINER =
      type(
          Map.of(
              "env", list(MergeType.UNKNOWN, "name"),
              "volumeMounts", list(MergeType.UNKNOWN, "mountPath"),
              "volumeDevices", list(MergeType.UNKNOWN, "devicePath")));

  private static final MergeType POD_SPEC =
      type(
          Map.of(
              "containers", list(CONTAINER, "name"),
              "initContainers", list(CONTAINER, "name"),
              "ephemeralContainers", list(EPHEMERAL_CONTAINER, "name"),
              "volumes", list(volume(), "name"),
              "imagePullSecrets", list(MergeType.UNKNOWN, "name"),
              "hostAliases", list(MergeType.UNKNOWN, "ip"),
              "topologySpreadConstraints",
                  list(MergeType.UNKNOWN, "topologyKey", "whenUnsatisfiable")));

  private static final MergeType POD_TEMPLATE =
      type(Map.of("metadata", of(METADATA), "spec", of(POD_SPEC)));

  private static final MergeType TEMPLATED = type(Map.of("template", of(POD_TEMPLATE)));

  private static final MergeType JOB_TEMPLATE =
      type(Map.of("metadata", of(METADATA), "spec", of(TEMPLATED)));

  private static final MergeType WEBHOOKS =
      type(Map.of("webhooks", list(MergeType.UNKNOWN, "name")));

  /// Fields of a type besides `metadata` and `status`.
  private static final Map<String, MergeType> TYPES = types();

  private static final MergeType.Field STATUS =
      of(type(Map.of("conditions", list(MergeType.UNKNOWN, "type"))));

  private MergeTypes() {}

  static MergeType of(GroupVersionKind type) {
    if (!KnownTypes.include(type)) {
      return MergeType.UNKNOWN;
    }
    var fields =
        new HashMap<>(
            TYPES.getOrDefault(type.apiVersion() + " " + type.kind(), MergeType.UNKNOWN).fields());
    fields.put("metadata", of(METADATA));
    fields.put("status", STATUS);
    return type(fields);
  }

  private static Map<String, MergeType> types() {
    var types = new HashMap<String, MergeType>();
    types.put("v1 Pod", type(Map.of("spec", of(POD_SPEC))));
    types.put("v1 PodTemplate", type(Map.of("template", of(POD_TEMPLATE))));
    for (String templated :
        List.of(
            "v1 ReplicationController",
            "apps/v1 Deployment",
            "apps/v1 StatefulSet",
            "apps/v1 DaemonSet",
            "apps/v1 ReplicaSet",
            "batch/v1 Job")) {
      types.put(templated, type(Map.of("spec", of(TEMPLATED))));
    }
    MergeType cronJob = type(Map.of("spec", of(type(Map.of("jobTemplate", of(JOB_TEMPLATE))))));
    types.put("batch/v1 CronJob", cronJob);
    types.put("batch/v1beta1 CronJob", cronJob);
    types.put(
        "v1 Service",
        type(
            Map.of(
                "spec", of(type(Map.of("ports", list(MergeType.UNKNOWN, "port", "protocol")))))));
    types.put("v1 ServiceAccount", type(Map.of("secrets", list(MergeType.UNKNOWN, "name"))));
    types.put(
        "v1 Node",
        type(Map.of("spec", of(type(Map.of("podCIDRs", list(MergeType.UNKNOWN, MergeType.SET)))))));
    for (String version : List.of("v1", "v1beta1")) {
      types.put(
          "admissionregistration.k8s.io/" + version + " MutatingWebhookConfiguration", WEBHOOKS);
      types.put(
          "admissionregistration.k8s.io/" + version + " ValidatingWebhookConfiguration", WEBHOOKS);
      types.put(
          "storage.k8s.io/" + version + " CSINode",
          type(Map.of("spec", of(type(Map.of("drivers", list(MergeType.UNKNOWN, "name")))))));
    }
    return Map.copyOf(types);
  }

  private static MergeType volume() {
    // A generic ephemeral volume holds the template of a claim, which has metadata of its own.
    MergeType template = type(Map.of("metadata", of(METADATA)));
    MergeType ephemeral = type(Map.of("volumeClaimTemplate", of(template)));
    return type(Map.of("ephemeral", of(ephemeral)));
  }

  private static MergeType type(Map<String, MergeType.Field> fields) {
    return new MergeType(Map.copyOf(fields));
  }

  private static MergeType.Field of(MergeType type) {
    return new MergeType.Field(type, List.of());
  }

  private static MergeType.Field list(MergeType elements, String... keys) {
    return new MergeType.Field(elements, List.of(keys));
  }
}
