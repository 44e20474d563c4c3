package dev.levada.fetch.git;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.tls.TlsManagers;
import java.util.Optional;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;

/// The connections of one operation and what was seen on them.
final class Wire implements AutoCloseable {

  private final GitAddress address;
  private final HttpTrace trace = new HttpTrace();
  private final HttpConnections http;
  private final Optional<SshSessions> ssh;

  /// @throws FailureException where credentials or TLS material cannot be used
  Wire(GitAddress address, GitRequest request) {
    this.address = address;
    this.http =
        new HttpConnections(
            address.uri(), request.credentials(), TlsManagers.of(request.tls()), trace);
    this.ssh =
        address.isSsh() ? Optional.of(SshSessions.of(sshKey(address, request))) : Optional.empty();
  }

  private static Credentials.SshKey sshKey(GitAddress address, GitRequest request) {
    if (request.credentials() instanceof Credentials.SshKey key) {
      return key;
    }
    throw FailureException.retrying(
        Reason.AUTHENTICATION_FAILED,
        "no SSH key is given for " + address,
        "Name a Secret with 'identity' and 'known_hosts' in spec.secretRef");
  }

  /// Where to.
  GitAddress address() {
    return address;
  }

  /// Makes a transport use these connections.
  void attachTo(Transport transport) {
    if (transport instanceof TransportHttp overHttp) {
      overHttp.setHttpConnectionFactory(http);
    } else if (transport instanceof SshTransport overSsh) {
      ssh.ifPresent(sessions -> overSsh.setSshSessionFactory(sessions.factory()));
    }
  }

  /// The last HTTP status seen; 0 where none was.
  int lastStatus() {
    return trace.lastStatus();
  }

  /// Whether the server's SSH host key was refused.
  boolean hostKeyRefused() {
    return ssh.map(SshSessions::hostKeyRefused).orElse(false);
  }

  @Override
  public void close() {
    ssh.ifPresent(SshSessions::close);
  }
}
