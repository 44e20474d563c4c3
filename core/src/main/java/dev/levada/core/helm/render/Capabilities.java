package dev.levada.core.helm.render;

import dev.levada.core.semver.Version;
import java.util.ArrayList;
import java.util.List;

/// What the cluster can do.
///
/// @param kubeVersion its version
/// @param apiVersions group versions, and `group/version/Kind` where a cluster was asked
public record Capabilities(KubeVersion kubeVersion, List<String> apiVersions) {

  /// What Helm assumes where it is not told otherwise.
  public static final Capabilities OFFLINE =
      new Capabilities(
          new KubeVersion("v1.36.0", new Version(1, 36, 0, "", "")),
          List.of(
              "v1",
              "admissionregistration.k8s.io/v1",
              "admissionregistration.k8s.io/v1alpha1",
              "admissionregistration.k8s.io/v1beta1",
              "internal.apiserver.k8s.io/v1alpha1",
              "apps/v1",
              "apps/v1beta1",
              "apps/v1beta2",
              "authentication.k8s.io/v1",
              "authentication.k8s.io/v1alpha1",
              "authentication.k8s.io/v1beta1",
              "authorization.k8s.io/v1",
              "authorization.k8s.io/v1beta1",
              "autoscaling/v1",
              "autoscaling/v2",
              "batch/v1",
              "batch/v1beta1",
              "certificates.k8s.io/v1",
              "certificates.k8s.io/v1beta1",
              "certificates.k8s.io/v1alpha1",
              "coordination.k8s.io/v1alpha2",
              "coordination.k8s.io/v1beta1",
              "coordination.k8s.io/v1",
              "discovery.k8s.io/v1",
              "discovery.k8s.io/v1beta1",
              "events.k8s.io/v1",
              "events.k8s.io/v1beta1",
              "extensions/v1beta1",
              "flowcontrol.apiserver.k8s.io/v1",
              "flowcontrol.apiserver.k8s.io/v1beta1",
              "flowcontrol.apiserver.k8s.io/v1beta2",
              "flowcontrol.apiserver.k8s.io/v1beta3",
              "networking.k8s.io/v1",
              "networking.k8s.io/v1beta1",
              "node.k8s.io/v1",
              "node.k8s.io/v1alpha1",
              "node.k8s.io/v1beta1",
              "policy/v1",
              "policy/v1beta1",
              "rbac.authorization.k8s.io/v1",
              "rbac.authorization.k8s.io/v1beta1",
              "rbac.authorization.k8s.io/v1alpha1",
              "resource.k8s.io/v1",
              "resource.k8s.io/v1beta2",
              "resource.k8s.io/v1beta1",
              "resource.k8s.io/v1alpha3",
              "scheduling.k8s.io/v1alpha2",
              "scheduling.k8s.io/v1beta1",
              "scheduling.k8s.io/v1",
              "storage.k8s.io/v1beta1",
              "storage.k8s.io/v1",
              "storage.k8s.io/v1alpha1",
              "storagemigration.k8s.io/v1beta1",
              "apiextensions.k8s.io/v1beta1",
              "apiextensions.k8s.io/v1"));

  /// Fixes the list.
  public Capabilities {
    apiVersions = List.copyOf(apiVersions);
  }

  /// The same with another version of Kubernetes.
  public Capabilities with(KubeVersion other) {
    return new Capabilities(other, apiVersions);
  }

  /// The same with more API versions.
  public Capabilities with(List<String> more) {
    var all = new ArrayList<>(apiVersions);
    all.addAll(more);
    return new Capabilities(kubeVersion, all);
  }
}
