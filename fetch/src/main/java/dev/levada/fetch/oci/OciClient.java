package dev.levada.fetch.oci;

import dev.levada.fetch.http.WebClients;
import java.time.Clock;

/// Talks to registries. Connections, tokens and what is known of each registry are shared by all
/// repositories that are opened here.
public final class OciClient implements AutoCloseable {

  private final WebClients clients = new WebClients();
  private final RegistryMemory memory;
  private final Clock clock;

  /// @param clock tells when a token is over
  public OciClient(Clock clock) {
    this.clock = clock;
    this.memory = new RegistryMemory(clock);
  }

  /// A repository; nothing is asked yet.
  ///
  /// @param name which one
  /// @param access how its registry is reached
  public OciRepository repository(ImageName name, OciAccess access) {
    var session = new RegistrySession(name, access, clients.get(access.web()), memory, clock);
    return new OciRepository(name, session);
  }

  @Override
  public void close() {
    clients.close();
  }
}
