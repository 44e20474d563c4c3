package dev.levada.operator.ingredient;

import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.ApiUnreachable;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.fetch.kms.Workload;
import java.util.List;
import java.util.Map;

/// A ServiceAccount of the cluster as a workload: read when a key is to be opened with it.
///
/// @param client gives its tokens
/// @param namespace its namespace
/// @param account its name
record AccountWorkload(KubeClient client, String namespace, String account) implements Workload {

  private static final ResourceType ACCOUNTS =
      new ResourceType(new GroupVersionKind("", "v1", "ServiceAccount"), "serviceaccounts", true);

  @Override
  public String name() {
    return namespace + "/" + account;
  }

  @Override
  public Map<String, String> annotations() throws Unavailable {
    try {
      return client
          .find(ACCOUNTS, namespace, account)
          .orElseThrow(() -> new Unavailable("ServiceAccount " + name() + " does not exist"))
          .annotations();
    } catch (ApiError | ApiUnreachable e) {
      throw new Unavailable("ServiceAccount " + name() + " cannot be read: " + e.getMessage());
    }
  }

  @Override
  public String token(String audience) throws Unavailable {
    try {
      return client.serviceAccountToken(namespace, account, List.of(audience));
    } catch (ApiError | ApiUnreachable e) {
      throw new Unavailable(
          "ServiceAccount " + name() + " gives no token for " + audience + ": " + e.getMessage());
    }
  }
}
