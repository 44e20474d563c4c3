package dev.levada.fetch.remote;

import dev.levada.core.failure.FailureException;
import dev.levada.core.kustomize.BuildFailed;
import dev.levada.core.kustomize.Remotes;
import dev.levada.core.kustomize.RepositoryAddress;
import dev.levada.core.tree.Tree;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.TlsMaterial;
import dev.levada.fetch.git.GitRef;
import dev.levada.fetch.git.GitRemote;
import dev.levada.fetch.git.GitRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// Fetches the remote bases and resources of kustomizations: files over http and https, and Git
/// repositories over http, https and ssh. Repositories are kept in a cache folder, so that the next
/// build asks only whether they changed; those that were not used for long are given up.
public final class RemoteSources implements Remotes {

  private static final int MOST_REPOSITORIES = 64;
  private static final Duration KEPT = Duration.ofDays(7);

  private final RemoteFiles files = new RemoteFiles();
  private final GitRemote git;
  private final Credentials ssh;
  private final RecentRepositories recent;

  /// @param cache a folder of our own
  /// @param ssh who we are to servers that speak ssh
  public RemoteSources(Path cache, Credentials ssh) {
    this(cache, ssh, MOST_REPOSITORIES);
  }

  /// @param most how many repositories are kept at a time
  RemoteSources(Path cache, Credentials ssh, int most) {
    OldFolders.delete(cache, KEPT, Instant.now());
    this.git = new GitRemote(cache);
    this.ssh = ssh;
    this.recent = new RecentRepositories(most);
  }

  @Override
  public byte[] file(String address) {
    return files.read(address);
  }

  @Override
  public Tree repository(RepositoryAddress address) {
    String url = GitUrl.of(address);
    FailureException first = null;
    for (GitRef ref : GitRef.candidates(address.ref().isEmpty() ? "HEAD" : address.ref())) {
      try {
        return fetch(address, url, ref);
      } catch (FailureException e) {
        first = first == null ? e : first;
      }
    }
    throw failed(address, first);
  }

  private Tree fetch(RepositoryAddress address, String url, GitRef ref) {
    Credentials credentials = url.startsWith("ssh:") ? ssh : new Credentials.None();
    var request = new GitRequest(url, ref, credentials, TlsMaterial.none(), address.timeout());
    String key = url + " " + ref.describe();
    recent.use(key).ifPresent(git::forget);
    return git.fetch(key, request).tree();
  }

  private static BuildFailed failed(
      RepositoryAddress address, @org.jspecify.annotations.Nullable FailureException cause) {
    String why = cause == null ? "" : ": " + cause.failure().message();
    String ref = address.ref().isEmpty() ? "" : " at '" + address.ref() + "'";
    return new BuildFailed(
        "failed to run 'git fetch' for '" + address.repository() + "'" + ref + why,
        cause == null || cause.failure().fix().isEmpty()
            ? "Correct the address '" + address.text() + "'"
            : cause.failure().fix());
  }
}
