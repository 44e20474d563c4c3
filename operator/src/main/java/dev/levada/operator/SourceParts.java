package dev.levada.operator;

import dev.levada.api.GitRepository;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.observe.Reflector;
import dev.levada.fetch.git.GitRemote;
import dev.levada.fetch.store.ArtifactStore;
import dev.levada.operator.report.Finalizers;
import dev.levada.operator.report.GitRepositoryReport;
import dev.levada.operator.report.StatusWriter;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.timing.Jitter;
import dev.levada.operator.source.GitAccess;
import dev.levada.operator.source.GitFetch;
import dev.levada.operator.source.GitRepositoryController;
import dev.levada.operator.source.SourceShelf;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// The parts that look after sources.
final class SourceParts {

  private static final ResourceType TYPE =
      new ResourceType(GitRepository.TYPE, "gitrepositories", true);

  private final ResourceCache<GitRepository> repositories = new ResourceCache<>(GitRepository::of);
  private final SourceShelf shelf = new SourceShelf();
  private final ArtifactStore store;
  private final GitRemote remote;
  private final Supplier<Reflector> watch;
  private final AtomicReference<Optional<Reflector>> reflector =
      new AtomicReference<>(Optional.empty());

  SourceParts(EngineBase base) {
    EngineOptions options = base.options();
    this.store =
        new ArtifactStore(
            options.storagePath().resolve("artifacts"),
            options.storageAdvertised(),
            options.artifactRetention(),
            options.artifactRecords(),
            base.clock());
    this.remote = new GitRemote(options.storagePath().resolve("git"));
    var fetch = new GitFetch(remote, new GitAccess(base.client()), store, shelf);
    var status =
        new StatusWriter(
            base.client(),
            TYPE,
            GitRepositoryReport.MANAGER,
            GitRepositoryReport.CONDITIONS,
            object ->
                repositories.find(object.namespace(), object.name()).map(GitRepository::status),
            repositories::written,
            base.clock());
    var finalizers =
        new Finalizers(base.client(), TYPE, GitRepositoryReport.MANAGER, repositories::written);
    base.controllers()
        .register(
            GitRepository.KIND,
            new GitRepositoryController(
                repositories,
                fetch,
                finalizers,
                new GitRepositoryReport(status, base.events()),
                new Jitter(options.jitterPercent(), System.nanoTime())),
            options.concurrentSources());
    repositories.listen(Edges.to(base.controllers(), GitRepository.KIND, GitRepository::metadata));
    this.watch = () -> Reflector.start(base.client(), TYPE, base.selection(), repositories);
  }

  ResourceCache<GitRepository> repositories() {
    return repositories;
  }

  SourceShelf shelf() {
    return shelf;
  }

  ArtifactStore store() {
    return store;
  }

  GitRemote remote() {
    return remote;
  }

  void watch() {
    reflector.set(Optional.of(watch.get()));
  }

  boolean awaitSynced(Duration longest) throws InterruptedException {
    return repositories.awaitSynced(longest);
  }

  void close() {
    reflector.get().ifPresent(Reflector::close);
  }
}
