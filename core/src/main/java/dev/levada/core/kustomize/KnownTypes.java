package dev.levada.core.kustomize;

import dev.levada.core.manifest.GroupVersionKind;
import java.util.Set;

/// The types that Kubernetes 1.21 has, which are those that kustomize has a schema of.
final class KnownTypes {

  private static final Set<GroupVersionKind> OTHERS =
      ClusterScoped.table(
          """
          v1 Binding
          policy/v1 Eviction
          rbac.authorization.k8s.io/v1alpha1 ClusterRole ClusterRoleBinding Role RoleBinding
          storage.k8s.io/v1alpha1 CSIStorageCapacity VolumeAttachment
          """);

  private KnownTypes() {}

  static boolean include(GroupVersionKind type) {
    return KnownScope.includes(type) || OTHERS.contains(type);
  }
}
