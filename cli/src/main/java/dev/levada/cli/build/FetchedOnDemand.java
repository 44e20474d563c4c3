package dev.levada.cli.build;

import dev.levada.cli.surroundings.OwnSshKey;
import dev.levada.cli.surroundings.TemporaryFolder;
import dev.levada.core.kustomize.Remotes;
import dev.levada.core.kustomize.RepositoryAddress;
import dev.levada.core.tree.Tree;
import dev.levada.fetch.remote.RemoteSources;
import org.jspecify.annotations.Nullable;

/// Fetches remote bases into a temporary folder that is made when the first is wanted and removed
/// when the command ends. To ssh servers it shows the user's own key.
public final class FetchedOnDemand implements Remotes, AutoCloseable {

  private @Nullable TemporaryFolder folder;
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
      TemporaryFolder made = TemporaryFolder.make();
      folder = made;
      known = new RemoteSources(made.path(), OwnSshKey.find());
      sources = known;
    }
    return known;
  }

  @Override
  public synchronized void close() {
    TemporaryFolder made = folder;
    if (made != null) {
      made.close();
    }
  }
}
