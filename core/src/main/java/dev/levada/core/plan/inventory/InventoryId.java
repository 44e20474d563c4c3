package dev.levada.core.plan.inventory;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.ObjectId;
import java.util.Set;

/// An object's id as an inventory writes it: `<namespace>_<name>_<group>_<kind>`, with `__` for the
/// `:` that only names of RBAC objects can have. flux-api.md §0.3.
final class InventoryId {

  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final Set<String> RBAC_KINDS =
      Set.of("Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding");

  private InventoryId() {}

  static String write(ObjectId id) {
    boolean rbac = id.group().equals(RBAC) && RBAC_KINDS.contains(id.kind());
    String name = rbac ? id.name().replace(":", "__") : id.name();
    return id.namespace() + "_" + name + "_" + id.group() + "_" + id.kind();
  }

  static ObjectId parse(String written) {
    int namespaceEnd = written.indexOf('_');
    int kindStart = written.lastIndexOf('_');
    int groupStart = written.lastIndexOf('_', kindStart - 1);
    boolean whole = namespaceEnd >= 0 && groupStart > namespaceEnd + 1;
    if (!whole || written.endsWith("_")) { // a delete without a name would hit a whole collection
      throw FailureException.retrying(
          Reason.RECONCILIATION_FAILED,
          "status.inventory has an entry with the id '%s', which is not <namespace>_<name>_<group>_<kind>"
              .formatted(written),
          "Correct or remove the entry in the status, then reconcile again.");
    }
    String name = written.substring(namespaceEnd + 1, groupStart).replace("__", ":");
    return new ObjectId(
        written.substring(groupStart + 1, kindStart),
        written.substring(kindStart + 1),
        written.substring(0, namespaceEnd),
        name);
  }
}
