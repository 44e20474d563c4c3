package dev.levada.core.kustomize;

import dev.levada.core.manifest.GroupVersionKind;
import java.util.Comparator;
import java.util.List;

/// The order in which objects come out unless told otherwise: what others need first (kustomize.md
/// section 19).
///
/// @param first kinds that come first, in this order
/// @param last kinds that come last, in this order
record LegacyOrder(List<String> first, List<String> last) implements Comparator<Resource> {

  static final LegacyOrder DEFAULT =
      new LegacyOrder(
          List.of(
              "Namespace",
              "ResourceQuota",
              "StorageClass",
              "CustomResourceDefinition",
              "ServiceAccount",
              "PodSecurityPolicy",
              "Role",
              "ClusterRole",
              "RoleBinding",
              "ClusterRoleBinding",
              "ConfigMap",
              "Secret",
              "Endpoints",
              "Service",
              "LimitRange",
              "PriorityClass",
              "PersistentVolume",
              "PersistentVolumeClaim",
              "Deployment",
              "StatefulSet",
              "CronJob",
              "PodDisruptionBudget"),
          List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"));

  @Override
  public int compare(Resource a, Resource b) {
    int byType = compareTypes(a.type(), b.type());
    return byType != 0 ? byType : idText(a).compareTo(idText(b));
  }

  /// The order of types alone.
  int compareTypes(GroupVersionKind left, GroupVersionKind right) {
    int byRank = Integer.compare(rank(left.kind()), rank(right.kind()));
    if (byRank != 0 || left.equals(right)) {
      return byRank;
    }
    int byText = typeText(left).compareTo(typeText(right));
    boolean coreNamespace =
        left.kind().equals("Namespace")
            && right.kind().equals("Namespace")
            && (left.group().isEmpty() || right.group().isEmpty());
    return coreNamespace ? -byText : byText;
  }

  private int rank(String kind) {
    int early = first.indexOf(kind);
    if (early >= 0) {
      return early - first.size();
    }
    return last.indexOf(kind) + 1;
  }

  private static String typeText(GroupVersionKind type) {
    return or(type.group(), "~G") + "_" + or(type.version(), "~V") + "_" + or(type.kind(), "~K");
  }

  private static String idText(Resource resource) {
    GroupVersionKind type = resource.type();
    return type.kind()
        + "."
        + type.version()
        + "."
        + type.group()
        + "|"
        + or(resource.namespace(), "~X")
        + "|"
        + resource.name();
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
