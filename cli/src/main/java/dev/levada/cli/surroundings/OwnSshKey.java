package dev.levada.cli.surroundings;

import dev.levada.fetch.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The user's own key, for ssh servers.
public final class OwnSshKey {

  private static final List<String> KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

  private OwnSshKey() {}

  /// The first key in `~/.ssh` whose servers are known; none where there is none.
  public static Credentials find() {
    Path home = Path.of(System.getProperty("user.home"), ".ssh");
    Path hosts = home.resolve("known_hosts");
    for (String name : KEYS) {
      Path key = home.resolve(name);
      if (Files.isReadable(key) && Files.isReadable(hosts)) {
        return read(key, hosts);
      }
    }
    return new Credentials.None();
  }

  private static Credentials read(Path key, Path hosts) {
    try {
      return new Credentials.SshKey(Files.readAllBytes(key), "", Files.readAllBytes(hosts));
    } catch (IOException e) {
      throw new CommandFailure(key + " cannot be read (" + e + ")", "Check who may read it.", e);
    }
  }
}
