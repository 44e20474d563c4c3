package dev.levada.operator.source;

import dev.levada.api.GitRepository;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.SecretKeys;
import dev.levada.fetch.TlsMaterial;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/// Reads a GitRepository's credentials from the Secret that it names. They are read anew each time,
/// so that a rotated key counts at once and none is kept in memory.
public final class GitAccess {

  private static final ResourceType SECRETS =
      new ResourceType(new GroupVersionKind("", "v1", "Secret"), "secrets", true);

  /// What to show a Git server.
  ///
  /// @param credentials who we are
  /// @param tls certificates to show and to trust
  public record Keys(Credentials credentials, TlsMaterial tls) {}

  private final KubeClient client;

  /// @param client the cluster
  public GitAccess(KubeClient client) {
    this.client = client;
  }

  Keys keys(GitRepository object) {
    Map<String, byte[]> data = data(object);
    return new Keys(SecretKeys.git(object.spec().url(), data), SecretKeys.tls(data));
  }

  private Map<String, byte[]> data(GitRepository object) {
    String name = object.spec().secretName();
    if (name.isEmpty()) {
      return Map.of();
    }
    String namespace = object.metadata().namespace();
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
