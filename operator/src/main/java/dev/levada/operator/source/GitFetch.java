package dev.levada.operator.source;

import dev.levada.api.GitRepository;
import dev.levada.api.Metadata;
import dev.levada.api.SourceReference;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.tree.FilteredTree;
import dev.levada.core.tree.IgnoreRules;
import dev.levada.core.tree.Tree;
import dev.levada.fetch.git.GitRef;
import dev.levada.fetch.git.GitRemote;
import dev.levada.fetch.git.GitRequest;
import dev.levada.fetch.git.GitSnapshot;
import dev.levada.fetch.store.ArtifactName;
import dev.levada.fetch.store.ArtifactStore;
import dev.levada.fetch.store.StoredArtifact;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// Brings one GitRepository's tree and artifact to the revision that the remote has now.
public final class GitFetch {

  /// A source that is up to date.
  ///
  /// @param artifact the artifact as the status shows it
  /// @param subject first line of the commit's message; empty where nothing was fetched
  /// @param tree its files; nothing where those on the shelf are still the right ones
  public record Fetched(Mapping artifact, String subject, Optional<Tree> tree) {}

  private final GitRemote remote;
  private final GitAccess access;
  private final ArtifactStore store;
  private final SourceShelf shelf;

  /// @param remote speaks to Git servers
  /// @param access reads credentials
  /// @param store keeps artifacts
  /// @param shelf where trees stand
  public GitFetch(GitRemote remote, GitAccess access, ArtifactStore store, SourceShelf shelf) {
    this.remote = remote;
    this.access = access;
    this.store = store;
    this.shelf = shelf;
  }

  /// Looks at the remote, and fetches and packs only where it has something else than we have.
  Fetched bringUpToDate(GitRepository object) throws InterruptedException {
    NotBuiltYet.refuse(object);
    GitRequest request = request(object);
    Mapping artifact = object.status().mappingAt("artifact");
    if (isCurrent(object, artifact, request)) {
      return new Fetched(artifact, "", Optional.empty());
    }
    GitSnapshot snapshot = remote.fetch(key(object), request);
    Tree tree =
        new FilteredTree(snapshot.tree(), IgnoreRules.of(snapshot.tree(), object.spec().ignore()));
    StoredArtifact stored = store.store(name(object, snapshot.commit()), snapshot.revision(), tree);
    store.collect(name(object, snapshot.commit()), stored.path());
    return new Fetched(artifact(stored, artifact), snapshot.subject(), Optional.of(tree));
  }

  /// Hands the tree to whoever builds from it.
  void shelve(GitRepository object, Fetched fetched) {
    fetched
        .tree()
        .ifPresent(tree ->
            shelf.put(
                reference(object),
                new SourceShelf.Shelved(fetched.artifact().textAt("revision"), tree)));
  }

  /// Drops all that was kept of a GitRepository.
  void forget(GitRepository object) {
    shelf.remove(reference(object));
    store.removeAll(kind(), object.metadata().namespace(), object.metadata().name());
    remote.forget(key(object));
  }

  private boolean isCurrent(GitRepository object, Mapping artifact, GitRequest request)
      throws InterruptedException {
    Optional<SourceShelf.Shelved> shelved = shelf.find(reference(object));
    boolean held =
        shelved.isPresent()
            && shelved.get().revision().equals(artifact.textAt("revision"))
            && store.holds(artifact.textAt("path"), artifact.textAt("digest"))
            && object.spec().ignore().orElse("").equals(object.status().textAt("observedIgnore"));
    return held && remote.resolve(request).equals(artifact.textAt("revision"));
  }

  private GitRequest request(GitRepository object) {
    GitRepository.Spec spec = object.spec();
    GitAccess.Keys keys = access.keys(object);
    return new GitRequest(
        spec.url(),
        new GitRef(spec.branch(), spec.tag(), spec.semver(), spec.refName(), spec.commit()),
        keys.credentials(),
        keys.tls(),
        spec.timeout());
  }

  // After a restart the same archive is packed again: what the status says of it stays true, its
  // time included.
  private static Mapping artifact(StoredArtifact stored, Mapping before) {
    if (before.textAt("digest").equals(stored.digest())
        && before.textAt("revision").equals(stored.revision())
        && before.textAt("url").equals(stored.url())) {
      return before;
    }
    return new Mapping()
        .put("digest", stored.digest())
        .put("lastUpdateTime", stored.updated().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("path", stored.path())
        .put("revision", stored.revision())
        .put("size", Scalar.of(stored.size()))
        .put("url", stored.url());
  }

  private static ArtifactName name(GitRepository object, String commit) {
    Metadata metadata = object.metadata();
    return new ArtifactName(kind(), metadata.namespace(), metadata.name(), commit + ".tar.gz");
  }

  private static String kind() {
    return GitRepository.KIND.toLowerCase(Locale.ROOT);
  }

  private static SourceReference reference(GitRepository object) {
    return new SourceReference(
        GitRepository.KIND, object.metadata().namespace(), object.metadata().name());
  }

  private static String key(GitRepository object) {
    return object.metadata().namespace() + "/" + object.metadata().name();
  }
}
