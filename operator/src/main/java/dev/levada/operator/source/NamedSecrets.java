package dev.levada.operator.source;

import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/// Reads Secrets that custom resources name. They are read anew each time, so that a rotated key
/// counts at once and none is kept in memory.
public final class NamedSecrets {

  private static final ResourceType SECRETS =
      new ResourceType(new GroupVersionKind("", "v1", "Secret"), "secrets", true);

  private final KubeClient client;

  /// @param client the cluster
  public NamedSecrets(KubeClient client) {
    this.client = client;
  }

  /// The data of a Secret.
  ///
  /// @throws FailureException where there is no such Secret
  public Map<String, byte[]> require(String namespace, String name) {
    Manifest secret =
        client
            .find(SECRETS, namespace, name)
            .orElseThrow(() ->
                FailureException.retrying(
                    Reason.AUTHENTICATION_FAILED,
                    "failed to get secret '"
                        + namespace
                        + "/"
                        + name
                        + "': secrets \""
                        + name
                        + "\" not found",
                    "Create the Secret, or name another one in spec.secretRef"));
    var data = new HashMap<String, byte[]>();
    secret
        .root()
        .mappingAt("data")
        .texts()
        .forEach((key, value) -> data.put(key, Base64.getDecoder().decode(value)));
    return data;
  }
}
