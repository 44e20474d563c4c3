package dev.levada.operator.source;

import dev.levada.api.GitRepository;
import dev.levada.cluster.access.KubeClient;
import dev.levada.core.failure.FailureException;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.SecretKeys;
import dev.levada.fetch.TlsMaterial;
import java.util.Map;

/// Reads a GitRepository's credentials from the Secret that it names. They are read anew each time,
/// so that a rotated key counts at once and none is kept in memory.
public final class GitAccess {

  /// What to show a Git server.
  ///
  /// @param credentials who we are
  /// @param tls certificates to show and to trust
  public record Keys(Credentials credentials, TlsMaterial tls) {}

  private final NamedSecrets secrets;

  /// @param client the cluster
  public GitAccess(KubeClient client) {
    this.secrets = new NamedSecrets(client);
  }

  /// What to show the server of a GitRepository.
  ///
  /// @throws FailureException where the Secret is missing or does not fit
  public Keys keys(GitRepository object) {
    String name = object.spec().secretName();
    Map<String, byte[]> data =
        name.isEmpty() ? Map.of() : secrets.require(object.metadata().namespace(), name);
    return new Keys(SecretKeys.git(object.spec().url(), data), SecretKeys.tls(data));
  }
}
