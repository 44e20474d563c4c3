package dev.levada.cli.build;

import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.core.kustomize.Remotes;
import dev.levada.core.kustomize.RepositoryAddress;
import dev.levada.core.tree.Tree;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.remote.RemoteSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Fetches remote bases into a temporary folder that is made when the first is wanted and removed
/// when the command ends. To ssh servers it shows the user's own key.
final class FetchedOnDemand implements Remotes, AutoCloseable {

  private static final List<String> KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

  private @Nullable Path folder;
  private @Nullable RemoteSources sources;

  @Override
  public byte[] file(String address) {
    return sources().file(address);
  }

  @Override
  public Tree repository(RepositoryAddress address) {
    return sources().repository(address);
  }

  private synchronized RemoteSources sources() {
    RemoteSources known = sources;
    if (known == null) {
      try {
        folder = Files.createTempDirectory("levada-remote");
        known = new RemoteSources(folder, key(Path.of(System.getProperty("user.home"), ".ssh")));
      } catch (IOException e) {
        throw new CommandFailure(
            "no folder for what is remote can be made (" + e + ")",
            "Make room in the folder for temporary files, or use --no-remote-bases.",
            e);
      }
      sources = known;
    }
    return known;
  }

  private static Credentials key(Path home) throws IOException {
    Path hosts = home.resolve("known_hosts");
    for (String name : KEYS) {
      if (Files.isReadable(home.resolve(name)) && Files.isReadable(hosts)) {
        return new Credentials.SshKey(
            Files.readAllBytes(home.resolve(name)), "", Files.readAllBytes(hosts));
      }
    }
    return new Credentials.None();
  }

  @Override
  public synchronized void close() {
    Path made = folder;
    if (made == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(made)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new CommandFailure(
          "the temporary folder " + made + " cannot be removed (" + e + ")", "Remove it.", e);
    }
  }
}
