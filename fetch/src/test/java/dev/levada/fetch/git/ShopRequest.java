package dev.levada.fetch.git;

import dev.levada.fetch.Credentials;
import dev.levada.fetch.TlsMaterial;
import dev.levada.testbed.git.GitHttpServer;
import java.time.Duration;

/// Asks a server for its repository `shop.git`, as nobody in particular.
final class ShopRequest {

  private ShopRequest() {}

  static GitRequest of(GitHttpServer server, GitRef ref) {
    return new GitRequest(
        server.url("shop.git"),
        ref,
        new Credentials.None(),
        TlsMaterial.none(),
        Duration.ofSeconds(30));
  }
}
