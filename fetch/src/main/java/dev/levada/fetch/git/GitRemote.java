package dev.levada.fetch.git;

import dev.levada.core.digest.Sha256;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Brings in Git repositories. Each key (an object that names a repository) has a bare repository
/// of its own below the cache folder, one commit deep; nothing is checked out. What an earlier
/// process left there is used again if it is whole.
public final class GitRemote {

  private final Path cache;
  private final Cleaner cleaner = Cleaner.create();
  private final Map<String, CachedRepository> repositories = new ConcurrentHashMap<>();

  /// @param cache a folder of our own; it is made where it is not there
  /// @throws FailureException where the folder cannot be used
  public GitRemote(Path cache) {
    NoGitConfig.install();
    this.cache = cache;
    try {
      Files.createDirectories(cache);
      try (Stream<Path> folders = Files.list(cache)) {
        for (Path folder : folders.toList()) {
          CachedRepository.sweep(folder);
        }
      }
    } catch (IOException e) {
      throw cacheFailed(e);
    }
  }

  /// Asks the server what a request means now, fetching nothing.
  ///
  /// @return the revision, as `status.artifact.revision` says it
  /// @throws FailureException where the server cannot be asked or has nothing of that name
  public String resolve(GitRequest request) {
    var operation = GitOperation.of(request);
    return operation.run(() -> operation.resolve(cache));
  }

  /// The commit that the repository has now for what a request means; nothing where it has none.
  ///
  /// @throws FailureException where the server cannot be asked
  public Optional<String> tip(GitRequest request) {
    var operation = GitOperation.of(request);
    return operation.run(operation::tip);
  }

  /// Fetches what a request means now, unless it is here already.
  ///
  /// @param key names the object that wants the repository
  /// @throws FailureException where the server cannot be asked or has nothing of that name
  public GitSnapshot fetch(String key, GitRequest request) {
    var operation = GitOperation.of(request);
    CachedRepository repository = repository(key);
    return operation.run(() -> operation.fetch(repository));
  }

  /// Edits the files of a repository, commits and pushes, all within the request's time.
  ///
  /// @param key names the object that wants the repository
  /// @param write where the commit goes
  /// @param edit makes the change; asked again where somebody else was faster
  /// @throws FailureException where the server cannot be asked, or refuses
  public Published publish(String key, GitWrite write, GitEdit edit) {
    var operation = GitOperation.of(write.source());
    var publisher = new GitPublisher(write, edit, operation, repository(key));
    return operation.run(publisher::run);
  }

  /// Gives the repository of a key up. Its space is free once no snapshot reads from it.
  public void forget(String key) {
    CachedRepository repository = repository(key);
    repository.lock().lock();
    try {
      repository.drop();
    } catch (IOException e) {
      throw cacheFailed(e);
    } finally {
      repository.lock().unlock();
    }
  }

  private CachedRepository repository(String key) {
    return repositories.computeIfAbsent(
        key, name -> new CachedRepository(cache.resolve(folderName(name)), cleaner));
  }

  private FailureException cacheFailed(IOException cause) {
    return FailureException.retrying(
        Reason.GIT_OPERATION_FAILED,
        "the cache folder " + cache + " cannot be used: " + cause,
        "Give the engine a folder that it may write to, with space left",
        cause);
  }

  private static String folderName(String key) {
    return Sha256.hex(key).substring(0, 32);
  }
}
