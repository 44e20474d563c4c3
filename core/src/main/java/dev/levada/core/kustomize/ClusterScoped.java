package dev.levada.core.kustomize;

import dev.levada.core.manifest.GroupVersionKind;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// The kinds that belong to the whole cluster. Everything else, every custom resource too, is taken
/// to live in a namespace (kustomize.md section 5: the table of Kubernetes 1.21).
final class ClusterScoped {

  private static final Set<GroupVersionKind> TYPES =
      table(
          """
          v1 Namespace Node PersistentVolume ComponentStatus
          rbac.authorization.k8s.io/v1 ClusterRole ClusterRoleBinding
          rbac.authorization.k8s.io/v1beta1 ClusterRole ClusterRoleBinding
          apiextensions.k8s.io/v1 CustomResourceDefinition
          apiextensions.k8s.io/v1beta1 CustomResourceDefinition
          apiregistration.k8s.io/v1 APIService
          apiregistration.k8s.io/v1beta1 APIService
          admissionregistration.k8s.io/v1 MutatingWebhookConfiguration ValidatingWebhookConfiguration
          admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration ValidatingWebhookConfiguration
          certificates.k8s.io/v1 CertificateSigningRequest
          certificates.k8s.io/v1beta1 CertificateSigningRequest
          storage.k8s.io/v1 StorageClass VolumeAttachment CSIDriver CSINode
          storage.k8s.io/v1beta1 StorageClass VolumeAttachment CSIDriver CSINode
          scheduling.k8s.io/v1 PriorityClass
          scheduling.k8s.io/v1beta1 PriorityClass
          networking.k8s.io/v1 IngressClass
          networking.k8s.io/v1beta1 IngressClass
          node.k8s.io/v1 RuntimeClass
          node.k8s.io/v1beta1 RuntimeClass
          policy/v1beta1 PodSecurityPolicy
          flowcontrol.apiserver.k8s.io/v1beta1 FlowSchema PriorityLevelConfiguration
          """);

  private ClusterScoped() {}

  /// Types from lines of a group and version each, and its kinds.
  static Set<GroupVersionKind> table(String text) {
    return text.lines()
        .flatMap(line -> {
          String[] words = line.split(" ");
          return Arrays.stream(words, 1, words.length)
              .map(kind -> GroupVersionKind.of(words[0], kind));
        })
        .collect(Collectors.toUnmodifiableSet());
  }

  static boolean includes(GroupVersionKind type) {
    return TYPES.contains(type);
  }
}
