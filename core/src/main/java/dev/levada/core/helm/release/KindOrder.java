package dev.levada.core.helm.release;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// In which order kinds are installed or uninstalled. The group does not count; kinds that are not
/// in the list come last, by their names.
public enum KindOrder {
  /// What others need comes first.
  INSTALL(
      List.of(
          "PriorityClass",
          "Namespace",
          "NetworkPolicy",
          "ResourceQuota",
          "LimitRange",
          "PodSecurityPolicy",
          "PodDisruptionBudget",
          "ServiceAccount",
          "Secret",
          "SecretList",
          "ConfigMap",
          "StorageClass",
          "PersistentVolume",
          "PersistentVolumeClaim",
          "CustomResourceDefinition",
          "ClusterRole",
          "ClusterRoleList",
          "ClusterRoleBinding",
          "ClusterRoleBindingList",
          "Role",
          "RoleList",
          "RoleBinding",
          "RoleBindingList",
          "Service",
          "DaemonSet",
          "Pod",
          "ReplicationController",
          "ReplicaSet",
          "Deployment",
          "HorizontalPodAutoscaler",
          "StatefulSet",
          "Job",
          "CronJob",
          "IngressClass",
          "Ingress",
          "APIService",
          "MutatingWebhookConfiguration",
          "ValidatingWebhookConfiguration")),
  /// What others need goes last; services go early, so that no traffic arrives any more.
  UNINSTALL(
      List.of(
          "ValidatingWebhookConfiguration",
          "MutatingWebhookConfiguration",
          "APIService",
          "Ingress",
          "IngressClass",
          "Service",
          "CronJob",
          "Job",
          "StatefulSet",
          "HorizontalPodAutoscaler",
          "Deployment",
          "ReplicaSet",
          "ReplicationController",
          "Pod",
          "DaemonSet",
          "RoleBindingList",
          "RoleBinding",
          "RoleList",
          "Role",
          "ClusterRoleBindingList",
          "ClusterRoleBinding",
          "ClusterRoleList",
          "ClusterRole",
          "CustomResourceDefinition",
          "PersistentVolumeClaim",
          "PersistentVolume",
          "StorageClass",
          "ConfigMap",
          "SecretList",
          "Secret",
          "ServiceAccount",
          "PodDisruptionBudget",
          "PodSecurityPolicy",
          "LimitRange",
          "ResourceQuota",
          "NetworkPolicy",
          "Namespace",
          "PriorityClass"));

  // Filled once, by the constructor.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<String, Integer> places = new HashMap<>();

  KindOrder(List<String> kinds) {
    kinds.forEach(kind -> places.put(kind, places.size()));
  }

  /// Compares kinds.
  public Comparator<String> comparator() {
    return Comparator.<String>comparingInt(kind -> places.getOrDefault(kind, places.size()))
        .thenComparing(kind -> places.containsKey(kind) ? "" : kind);
  }
}
