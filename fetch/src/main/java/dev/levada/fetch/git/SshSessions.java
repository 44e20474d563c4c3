package dev.levada.fetch.git;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.fetch.Credentials;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;

/// SSH sessions from a key and known hosts in memory; no file, agent or configuration of the
/// machine takes part.
final class SshSessions implements AutoCloseable {

  private static final File NOWHERE = new File("/nonexistent");

  private final KnownHosts hosts;
  private final SshdSessionFactory factory;

  private SshSessions(KnownHosts hosts, List<KeyPair> keys) {
    this.hosts = hosts;
    this.factory =
        new SshdSessionFactoryBuilder()
            .setPreferredAuthentications("publickey")
            .setHomeDirectory(NOWHERE)
            .setSshDirectory(NOWHERE)
            .setConfigStoreFactory((home, config, user) -> null)
            .setDefaultIdentities(folder -> List.of())
            .setDefaultKnownHostsFiles(folder -> List.of())
            .setDefaultKeysProvider(folder -> keys)
            .setServerKeyDatabase((home, folder) -> hosts)
            .setConnectorFactory(null)
            .build(null);
  }

  /// @throws FailureException where the key or the known hosts cannot be read
  static SshSessions of(Credentials.SshKey key) {
    return new SshSessions(KnownHosts.parse(key.knownHosts()), keys(key));
  }

  /// What JGit opens sessions with.
  SshdSessionFactory factory() {
    return factory;
  }

  /// Whether a server showed a key that is not among the known hosts.
  boolean hostKeyRefused() {
    return hosts.refused();
  }

  @Override
  public void close() {
    factory.close();
  }

  private static List<KeyPair> keys(Credentials.SshKey key) {
    if (key.identity().length == 0) {
      return List.of();
    }
    try {
      var keys = new ArrayList<KeyPair>();
      SecurityUtils.loadKeyPairIdentities(
              null,
              NamedResource.ofName("identity"),
              new ByteArrayInputStream(key.identity()),
              FilePasswordProvider.of(key.passphrase()))
          .forEach(keys::add);
      return keys;
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw FailureException.retrying(
          Reason.AUTHENTICATION_FAILED,
          "the SSH key under 'identity' of the Secret cannot be read: " + e.getMessage(),
          "Put an OpenSSH or PEM private key there, and its passphrase under 'password'");
    }
  }
}
