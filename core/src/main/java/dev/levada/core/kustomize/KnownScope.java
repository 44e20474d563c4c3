package dev.levada.core.kustomize;

import dev.levada.core.manifest.GroupVersionKind;
import java.util.Set;

/// The kinds of which kustomize tells without its schema whether they live in namespaces.
final class KnownScope {

  private static final Set<GroupVersionKind> NAMESPACED =
      ClusterScoped.table(
          """
          v1 ConfigMap Endpoints Event LimitRange PersistentVolumeClaim Pod PodTemplate ReplicationController ResourceQuota Secret Service ServiceAccount
          apps/v1 ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet
          autoscaling/v1 HorizontalPodAutoscaler Scale
          autoscaling/v2beta1 HorizontalPodAutoscaler
          autoscaling/v2beta2 HorizontalPodAutoscaler
          batch/v1 CronJob Job
          batch/v1beta1 CronJob
          coordination.k8s.io/v1 Lease
          coordination.k8s.io/v1beta1 Lease
          discovery.k8s.io/v1 EndpointSlice
          discovery.k8s.io/v1beta1 EndpointSlice
          events.k8s.io/v1 Event
          events.k8s.io/v1beta1 Event
          extensions/v1beta1 Ingress
          networking.k8s.io/v1 Ingress NetworkPolicy
          networking.k8s.io/v1beta1 Ingress
          policy/v1 PodDisruptionBudget
          policy/v1beta1 PodDisruptionBudget
          rbac.authorization.k8s.io/v1 Role RoleBinding
          rbac.authorization.k8s.io/v1beta1 Role RoleBinding
          storage.k8s.io/v1beta1 CSIStorageCapacity
          """);

  private KnownScope() {}

  static boolean includes(GroupVersionKind type) {
    return NAMESPACED.contains(type) || ClusterScoped.includes(type);
  }
}
