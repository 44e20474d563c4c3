package dev.levada.fetch.git;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;

/// The host keys that are trusted, from lines as in OpenSSH's `known_hosts`. A key that is not
/// there is refused; nothing is learnt.
final class KnownHosts implements ServerKeyDatabase {

  private final List<Host> hosts;
  private final AtomicBoolean refused = new AtomicBoolean();

  private KnownHosts(List<Host> hosts) {
    this.hosts = hosts;
  }

  /// @throws FailureException where a line cannot be read
  static KnownHosts parse(byte[] lines) {
    var hosts = new ArrayList<Host>();
    try {
      for (KnownHostEntry entry :
          KnownHostEntry.readKnownHostEntries(new ByteArrayInputStream(lines), true)) {
        PublicKey key = entry.getKeyEntry().resolvePublicKey(null, PublicKeyEntryResolver.IGNORING);
        // Kinds of keys that this platform does not know cannot be shown to us either.
        if (key != null) {
          hosts.add(new Host(entry, key));
        }
      }
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw FailureException.retrying(
          Reason.AUTHENTICATION_FAILED,
          "'known_hosts' of the Secret cannot be read: " + e.getMessage(),
          "Put the output of 'ssh-keyscan <host>' there, once you have checked it");
    }
    return new KnownHosts(List.copyOf(hosts));
  }

  /// Whether a server showed a key that is not trusted.
  boolean refused() {
    return refused.get();
  }

  @Override
  public List<PublicKey> lookup(
      String connectAddress, InetSocketAddress remote, Configuration configuration) {
    return hosts.stream()
        .filter(host -> host.isFor(connectAddress) && host.marker().isEmpty())
        .map(Host::key)
        .toList();
  }

  @Override
  public boolean accept(
      String connectAddress,
      InetSocketAddress remote,
      PublicKey shown,
      Configuration configuration,
      CredentialsProvider provider) {
    List<Host> same =
        hosts.stream()
            .filter(host -> host.isFor(connectAddress) && KeyUtils.compareKeys(host.key(), shown))
            .toList();
    boolean accepted =
        same.stream().anyMatch(host -> host.marker().isEmpty())
            && same.stream().noneMatch(host -> host.marker().equals("revoked"));
    refused.compareAndSet(false, !accepted);
    return accepted;
  }

  private record Host(KnownHostEntry entry, PublicKey key) {

    String marker() {
      return entry.getMarker() == null ? "" : entry.getMarker();
    }

    /// @param address `host:port` or `[host]:port`, as JGit says it
    boolean isFor(String address) {
      int colon = address.lastIndexOf(':');
      String host = colon < 0 ? address : address.substring(0, colon);
      int port = colon < 0 ? 22 : Integer.parseInt(address.substring(colon + 1));
      return entry.isHostMatch(host.replaceAll("[\\[\\]]", ""), port);
    }
  }
}
