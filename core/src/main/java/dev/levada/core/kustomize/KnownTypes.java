package dev.levada.core.kustomize;

import dev.levada.core.manifest.GroupVersionKind;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// The types that Kubernetes 1.21 has, which are those that kustomize has a schema of. A kind
/// counts in every version of any group: what matters here is that custom kinds are none of them.
final class KnownTypes {

  private static final Set<String> VERSIONS =
      words(
          """
          v1 apps/v1 batch/v1 batch/v1beta1 autoscaling/v1 autoscaling/v2beta1 autoscaling/v2beta2
          policy/v1 policy/v1beta1 extensions/v1beta1 networking.k8s.io/v1 networking.k8s.io/v1beta1
          rbac.authorization.k8s.io/v1 rbac.authorization.k8s.io/v1beta1 rbac.authorization.k8s.io/v1alpha1
          storage.k8s.io/v1 storage.k8s.io/v1beta1 storage.k8s.io/v1alpha1
          admissionregistration.k8s.io/v1 admissionregistration.k8s.io/v1beta1
          apiextensions.k8s.io/v1 apiextensions.k8s.io/v1beta1
          apiregistration.k8s.io/v1 apiregistration.k8s.io/v1beta1
          certificates.k8s.io/v1 certificates.k8s.io/v1beta1
          coordination.k8s.io/v1 coordination.k8s.io/v1beta1
          discovery.k8s.io/v1 discovery.k8s.io/v1beta1
          events.k8s.io/v1 events.k8s.io/v1beta1
          flowcontrol.apiserver.k8s.io/v1beta1
          node.k8s.io/v1 node.k8s.io/v1beta1
          scheduling.k8s.io/v1 scheduling.k8s.io/v1beta1
          """);

  private static final Set<String> KINDS =
      words(
          """
          Binding ComponentStatus ConfigMap Endpoints Event LimitRange Namespace Node
          PersistentVolume PersistentVolumeClaim Pod PodTemplate ReplicationController ResourceQuota
          Secret Service ServiceAccount
          ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet CronJob Job
          HorizontalPodAutoscaler Scale Eviction PodDisruptionBudget PodSecurityPolicy
          Ingress IngressClass NetworkPolicy ClusterRole ClusterRoleBinding Role RoleBinding
          CSIDriver CSINode CSIStorageCapacity StorageClass VolumeAttachment
          MutatingWebhookConfiguration ValidatingWebhookConfiguration CustomResourceDefinition
          APIService CertificateSigningRequest Lease EndpointSlice FlowSchema
          PriorityLevelConfiguration RuntimeClass PriorityClass
          """);

  private KnownTypes() {}

  static boolean include(GroupVersionKind type) {
    return VERSIONS.contains(type.apiVersion()) && KINDS.contains(type.kind());
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }
}
