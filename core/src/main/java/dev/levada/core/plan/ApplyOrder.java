package dev.levada.core.plan;

import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import java.util.Comparator;
import java.util.List;

/// The order in which objects are applied: what others need comes first, webhooks that could refuse
/// the rest come last. Pruning goes the other way round. flux-api.md §2.3.
public final class ApplyOrder implements Comparator<Manifest> {

  private static final List<String> FIRST =
      List.of(
          "CustomResourceDefinition",
          "Namespace",
          "ClusterRole",
          "ClusterClass",
          "RuntimeClass",
          "PriorityClass",
          "StorageClass",
          "VolumeSnapshotClass",
          "IngressClass",
          "GatewayClass",
          "ClusterRoleBinding",
          "ResourceQuota",
          "ServiceAccount",
          "Role",
          "RoleBinding",
          "ConfigMap",
          "Secret",
          "Service",
          "LimitRange",
          "Deployment",
          "StatefulSet",
          "CronJob",
          "PodDisruptionBudget");

  private static final List<String> LAST =
      List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");

  private static final Comparator<ObjectId> BY_ID =
      Comparator.<ObjectId>comparingInt(id -> rank(id.kind()))
          .thenComparing(ObjectId::group)
          .thenComparing(ObjectId::kind)
          .thenComparing(ObjectId::namespace)
          .thenComparing(ObjectId::name);

  /// The same order for ids, such as those of an inventory.
  public static Comparator<ObjectId> ofIds() {
    return BY_ID;
  }

  @Override
  public int compare(Manifest one, Manifest other) {
    return BY_ID.compare(one.id(), other.id());
  }

  private static int rank(String kind) {
    int first = FIRST.indexOf(kind);
    if (first >= 0) {
      return first;
    }
    return FIRST.size() + 1 + LAST.indexOf(kind);
  }
}
