package dev.levada.core.kustomize;

import dev.levada.core.kustomize.FieldSpecs.Topic;
import dev.levada.core.manifest.GroupVersionKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where transformers work when nobody says otherwise (kustomize.md section 10).
///
/// A line is `types path`; types are separated by commas, `group/version:Kind` with empty parts for
/// any; a `+` before the path makes what is missing.
final class DefaultFieldSpecs {

  private static final String WORKLOADS = "apps/:Deployment,apps/:StatefulSet";
  private static final String TEMPLATED =
      "/v1:ReplicationController,/:Deployment,/:ReplicaSet,/:DaemonSet,apps/:StatefulSet,batch/:Job";

  private static final String NAMESPACE =
      """
      /v1:Namespace +metadata/name
      apiregistration.k8s.io/:APIService +spec/service/namespace
      apiextensions.k8s.io/:CustomResourceDefinition spec/conversion/webhook/clientConfig/service/namespace
      """;

  private static final String TEMPLATE_LABELS =
      """
      /: +metadata/labels
      TEMPLATED +spec/template/metadata/labels
      batch/:CronJob +spec/jobTemplate/metadata/labels
      batch/:CronJob +spec/jobTemplate/spec/template/metadata/labels
      apps/:StatefulSet +spec/volumeClaimTemplates[]/metadata/labels
      """
          .replace("TEMPLATED", TEMPLATED);

  private static final String SELECTORS =
      """
      /v1:Service,/v1:ReplicationController +spec/selector
      /:Deployment,/:ReplicaSet,/:DaemonSet,apps/:StatefulSet +spec/selector/matchLabels
      batch/:Job spec/selector/matchLabels
      batch/:CronJob spec/jobTemplate/spec/selector/matchLabels
      policy/:PodDisruptionBudget spec/selector/matchLabels
      networking.k8s.io/:NetworkPolicy spec/podSelector/matchLabels
      networking.k8s.io/:NetworkPolicy spec/ingress/from/podSelector/matchLabels
      networking.k8s.io/:NetworkPolicy spec/egress/to/podSelector/matchLabels
      WORKLOADS AFFINITY/podAffinity/PREFERRED
      WORKLOADS AFFINITY/podAffinity/REQUIRED
      WORKLOADS AFFINITY/podAntiAffinity/PREFERRED
      WORKLOADS AFFINITY/podAntiAffinity/REQUIRED
      WORKLOADS spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels
      """
          .replace("WORKLOADS", WORKLOADS)
          .replace("AFFINITY", "spec/template/spec/affinity")
          .replace(
              "PREFERRED",
              "preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels")
          .replace(
              "REQUIRED",
              "requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels");

  private static final String ANNOTATIONS =
      """
      /: +metadata/annotations
      /v1:ReplicationController,/:Deployment,/:ReplicaSet,/:DaemonSet,/:StatefulSet,batch/:Job +spec/template/metadata/annotations
      batch/:CronJob +spec/jobTemplate/metadata/annotations
      batch/:CronJob +spec/jobTemplate/spec/template/metadata/annotations
      """;

  private static final String IMAGES =
      """
      /: +spec/containers[]/image
      /: +spec/initContainers[]/image
      /: +spec/volumes[]/image/reference
      /: +spec/template/spec/containers[]/image
      /: +spec/template/spec/initContainers[]/image
      /: +spec/template/spec/volumes[]/image/reference
      """;

  private static final String REPLICAS =
      "/:Deployment,/:StatefulSet,/:ReplicaSet,/:ReplicationController +spec/replicas";

  private static final String VARIABLES =
      variables("CronJob", "spec/jobTemplate/spec/template/spec/")
          + variables("Deployment", "spec/template/spec/")
          + variables("StatefulSet", "spec/template/spec/")
          + variables("DaemonSet", "spec/template/spec/")
          + variables("ReplicaSet", "spec/template/spec/")
          + variables("Job", "spec/template/spec/")
          + variables("Pod", "spec/")
          + """
          /:Deployment spec/template/metadata/annotations
          /:Deployment,/:DaemonSet,/:ReplicaSet,/:Job spec/template/spec/volumes/nfs/server
          /:CronJob spec/jobTemplate/spec/template/volumes/nfs/server
          /:Pod spec/volumes/nfs/server
          /:Ingress spec/rules/host
          /:Ingress spec/tls/hosts
          /:Ingress spec/tls/secretName
          /:Service spec/ports/port
          /:Service spec/ports/targetPort
          /:StatefulSet spec/volumeClaimTemplates/spec/nfs/server
          /:PersistentVolume spec/nfs/server
          /: metadata/labels
          /: metadata/annotations
          """;

  /// All defaults, to be copied from.
  static final FieldSpecs ALL = all();

  private DefaultFieldSpecs() {}

  private static FieldSpecs all() {
    var specs = new FieldSpecs();
    add(specs, Topic.NAME_PREFIX, "/: metadata/name");
    add(specs, Topic.NAME_SUFFIX, "/: metadata/name");
    add(specs, Topic.NAMESPACE, NAMESPACE);
    add(specs, Topic.TEMPLATE_LABELS, TEMPLATE_LABELS);
    add(specs, Topic.COMMON_LABELS, TEMPLATE_LABELS);
    add(specs, Topic.COMMON_LABELS, SELECTORS);
    add(specs, Topic.COMMON_ANNOTATIONS, ANNOTATIONS);
    add(specs, Topic.IMAGES, IMAGES);
    add(specs, Topic.REPLICAS, REPLICAS);
    add(specs, Topic.VAR_REFERENCE, VARIABLES);
    DefaultReferences.addTo(specs);
    return specs.sorted();
  }

  private static String variables(String kind, String pod) {
    return Stream.of("containers/", "initContainers/")
        .flatMap(list ->
            Stream.of("args", "command", "env/value", "volumeMounts/mountPath")
                .map(field -> "/:" + kind + " " + pod + list + field + "\n"))
        .collect(Collectors.joining());
  }

  private static void add(FieldSpecs specs, Topic topic, String table) {
    table.lines().flatMap(line -> line(line).stream()).forEach(spec -> specs.add(topic, spec));
  }

  /// The specifications of one line.
  static List<FieldSpec> line(String line) {
    String[] words = line.strip().split(" ");
    boolean create = words[1].startsWith("+");
    List<String> path = FieldSpec.path(create ? words[1].substring(1) : words[1]);
    return java.util.Arrays.stream(words[0].split(","))
        .map(text -> {
          GroupVersionKind type = type(text);
          return new FieldSpec(type.group(), type.version(), type.kind(), path, create);
        })
        .toList();
  }

  /// A type written `group/version:Kind`.
  static GroupVersionKind type(String text) {
    int slash = text.indexOf('/');
    int colon = text.indexOf(':');
    return new GroupVersionKind(
        text.substring(0, slash), text.substring(slash + 1, colon), text.substring(colon + 1));
  }
}
