package dev.levada.core.render;

import dev.levada.core.kustomize.Remotes;
import dev.levada.core.kustomize.RepositoryAddress;
import dev.levada.core.tree.Tree;

/// Remembers whether anything remote was wanted: what was made of it can be different next time
/// though the source is the same.
final class NotedRemotes implements Remotes {

  private final Remotes remotes;
  private boolean asked;

  NotedRemotes(Remotes remotes) {
    this.remotes = remotes;
  }

  @Override
  public byte[] file(String address) {
    asked = true;
    return remotes.file(address);
  }

  @Override
  public Tree repository(RepositoryAddress address) {
    asked = true;
    return remotes.repository(address);
  }

  boolean wasAsked() {
    return asked;
  }
}
