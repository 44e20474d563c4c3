package dev.levada.core.kustomize;

import dev.levada.core.manifest.GroupVersionKind;
import java.util.ArrayList;
import java.util.List;

/// Which fields hold the name of another object (kustomize.md section 11.2). A line is `target
/// referrers path`; `POD` stands for all objects with a pod in them.
final class DefaultReferences {

  private static final List<String> PODS =
      List.of(
          "/:Pod spec/",
          "/:PodTemplate template/spec/",
          "/:Deployment spec/template/spec/",
          "/:ReplicaSet spec/template/spec/",
          "/:DaemonSet spec/template/spec/",
          "/:StatefulSet spec/template/spec/",
          "/:ReplicationController spec/template/spec/",
          "/:Job spec/template/spec/",
          "/:CronJob spec/jobTemplate/spec/template/spec/");

  private static final String TABLE =
      """
      /:Deployment /:HorizontalPodAutoscaler spec/scaleTargetRef/name
      /:ReplicationController /:HorizontalPodAutoscaler spec/scaleTargetRef/name
      /:ReplicaSet /:HorizontalPodAutoscaler spec/scaleTargetRef/name
      /:StatefulSet /:HorizontalPodAutoscaler spec/scaleTargetRef/name
      /v1:ConfigMap POD volumes/configMap/name
      /v1:ConfigMap POD containers/env/valueFrom/configMapKeyRef/name
      /v1:ConfigMap POD initContainers/env/valueFrom/configMapKeyRef/name
      /v1:ConfigMap POD containers/envFrom/configMapRef/name
      /v1:ConfigMap POD initContainers/envFrom/configMapRef/name
      /v1:ConfigMap POD volumes/projected/sources/configMap/name
      /v1:ConfigMap /:Node spec/configSource/configMap
      /v1:ConfigMap rbac.authorization.k8s.io/:Role,rbac.authorization.k8s.io/:ClusterRole rules/resourceNames
      /v1:ConfigMap /:Ingress metadata/annotations/nginx.ingress.kubernetes.io\\/fastcgi-params-configmap
      /v1:Secret POD volumes/secret/secretName
      /v1:Secret POD containers/env/valueFrom/secretKeyRef/name
      /v1:Secret POD initContainers/env/valueFrom/secretKeyRef/name
      /v1:Secret POD containers/envFrom/secretRef/name
      /v1:Secret POD initContainers/envFrom/secretRef/name
      /v1:Secret POD imagePullSecrets/name
      /v1:Secret POD volumes/projected/sources/secret/name
      /v1:Secret /:Ingress spec/tls/secretName
      /v1:Secret /:Ingress metadata/annotations/ingress.kubernetes.io\\/auth-secret
      /v1:Secret /:Ingress metadata/annotations/nginx.ingress.kubernetes.io\\/auth-secret
      /v1:Secret /:Ingress metadata/annotations/nginx.ingress.kubernetes.io\\/auth-tls-secret
      /v1:Secret /:ServiceAccount imagePullSecrets/name
      /v1:Secret /:StorageClass parameters/secretName
      /v1:Secret /:StorageClass parameters/adminSecretName
      /v1:Secret /:StorageClass parameters/userSecretName
      /v1:Secret /:StorageClass parameters/secretRef
      /v1:Secret /:PersistentVolume spec/azureFile/secretName
      /v1:Secret rbac.authorization.k8s.io/:Role,rbac.authorization.k8s.io/:ClusterRole rules/resourceNames
      /v1:Secret serving.knative.dev/v1:Service spec/template/spec/containers/env/valueFrom/secretKeyRef/name
      /v1:Service apps/:StatefulSet spec/serviceName
      /v1:Service /:Ingress spec/rules/http/paths/backend/serviceName
      /v1:Service /:Ingress spec/backend/serviceName
      /v1:Service /:Ingress spec/rules/http/paths/backend/service/name
      /v1:Service /:Ingress spec/defaultBackend/service/name
      /v1:Service apiregistration.k8s.io/:APIService spec/service/name
      /v1:Service admissionregistration.k8s.io/:ValidatingWebhookConfiguration webhooks/clientConfig/service
      /v1:Service admissionregistration.k8s.io/:MutatingWebhookConfiguration webhooks/clientConfig/service
      rbac.authorization.k8s.io/:Role rbac.authorization.k8s.io/:RoleBinding roleRef/name
      rbac.authorization.k8s.io/:ClusterRole rbac.authorization.k8s.io/:RoleBinding,rbac.authorization.k8s.io/:ClusterRoleBinding roleRef/name
      /v1:ServiceAccount rbac.authorization.k8s.io/:RoleBinding,rbac.authorization.k8s.io/:ClusterRoleBinding subjects
      /v1:ServiceAccount ACCOUNTED serviceAccountName
      /v1:PersistentVolumeClaim CLAIMING volumes/persistentVolumeClaim/claimName
      /v1:PersistentVolume /:PersistentVolumeClaim spec/volumeName
      /v1:PersistentVolume rbac.authorization.k8s.io/:ClusterRole rules/resourceNames
      storage.k8s.io/v1:StorageClass /v1:PersistentVolume,/v1:PersistentVolumeClaim spec/storageClassName
      storage.k8s.io/v1:StorageClass apps/:StatefulSet spec/volumeClaimTemplates/spec/storageClassName
      scheduling.k8s.io/v1:PriorityClass CLAIMING priorityClassName
      admissionregistration.k8s.io/:ValidatingAdmissionPolicy admissionregistration.k8s.io/:ValidatingAdmissionPolicyBinding spec/policyName
      """;

  private DefaultReferences() {}

  static void addTo(FieldSpecs specs) {
    TABLE.lines().forEach(line -> add(specs, line.split(" ")));
  }

  private static void add(FieldSpecs specs, String[] words) {
    GroupVersionKind type = DefaultFieldSpecs.type(words[0]);
    var target = new FieldSpecs.Target(type.group(), type.version(), type.kind());
    for (String line : lines(words[1], words[2])) {
      DefaultFieldSpecs.line(line).forEach(spec -> specs.addReference(target, spec));
    }
  }

  private static List<String> lines(String referrers, String path) {
    List<String> without =
        switch (referrers) {
          case "POD" -> List.of("/:ReplicationController");
          case "ACCOUNTED", "CLAIMING" -> List.of("/:PodTemplate", "/:ReplicaSet");
          default -> List.of(referrers + " " + path);
        };
    if (without.getFirst().contains(" ")) {
      return without;
    }
    var lines = new ArrayList<String>();
    for (String pod : PODS) {
      if (!without.contains(pod.split(" ")[0])) {
        lines.add(pod + path);
      }
    }
    return lines;
  }
}
