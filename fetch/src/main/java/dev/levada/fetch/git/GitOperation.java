package dev.levada.fetch.git;

import dev.levada.core.failure.FailureException;
import dev.levada.core.semver.InvalidRange;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/// One request on its way: what is asked, whom, and how its failures read.
///
/// @param request what was asked for
/// @param address whom to ask
/// @param question the references to ask about
/// @param failures turns what goes wrong into what a user can act on
record GitOperation(
    GitRequest request, GitAddress address, RefQuestion question, GitFailures failures) {

  private static final File NOWHERE = new File("/nonexistent");

  /// @throws FailureException where the request cannot be asked at all
  static GitOperation of(GitRequest request) {
    GitAddress address = GitAddress.parse(request.url());
    var failures = new GitFailures(request, address);
    try {
      RefNames.check(request.ref());
      return new GitOperation(request, address, RefQuestion.of(request.ref()), failures);
    } catch (InvalidRange | RefNames.Invalid e) {
      throw failures.invalidRef(String.valueOf(e.getMessage()));
    }
  }

  /// Does a step of the operation, ending it at the request's time.
  ///
  /// @throws FailureException for whatever goes wrong
  <T> T run(Callable<T> step) {
    try {
      return Deadline.within(request.timeout(), step);
    } catch (TimeoutException e) {
      throw failures.timedOut();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.interrupted();
    } catch (ExecutionException e) {
      throw failures.unexpected(e.getCause());
    }
  }

  /// The revision that is meant; objects are fetched only to tell equal versions apart.
  String resolve(Path scratch) throws IOException {
    if (question instanceof RefQuestion.Commit commit) {
      return commit.target().revision();
    }
    List<Target> targets = ask(this::found);
    return targets.size() == 1
        ? targets.getFirst().revision()
        : newestOf(Files.createTempDirectory(scratch, CachedRepository.SCRATCH));
  }

  /// The snapshot that is meant, from the repository of a key.
  GitSnapshot fetch(CachedRepository cached) throws IOException, InterruptedException {
    cached.lock().lockInterruptibly();
    try {
      Bare bare = cached.open(address.toString());
      boolean fresh = bare.complete().isEmpty();
      try {
        return fetchInto(bare);
      } catch (LocalDamage e) {
        if (fresh) {
          throw failures.unexpected(e.getCause());
        }
        return fetchInto(cached.renew(address.toString()));
      }
    } catch (LocalDamage e) {
      throw failures.unexpected(e.getCause());
    } finally {
      cached.lock().unlock();
    }
  }

  /// As [#fetch]; empty where the repository has no such reference.
  Optional<GitSnapshot> fetchIfThere(CachedRepository cached)
      throws IOException, InterruptedException {
    return now().isEmpty() ? Optional.empty() : Optional.of(fetch(cached));
  }

  /// The commit that the reference has now; nothing where it is not there.
  Optional<String> tip() throws IOException {
    return now().stream().findFirst().map(target -> target.commit().name());
  }

  private List<Target> now() throws IOException {
    return ask((session, targets) -> targets);
  }

  private String newestOf(Path scratch) throws IOException {
    try {
      return fetchInto(Bare.create(scratch.resolve("1"), address.toString())).revision();
    } catch (LocalDamage e) {
      throw failures.unexpected(e.getCause());
    } finally {
      CachedRepository.delete(scratch);
    }
  }

  /// What becomes of the references that a server has.
  private interface Answer {
    List<Target> of(Session session, List<Target> targets) throws IOException;
  }

  private List<Target> ask(Answer answer) throws IOException {
    var wire = new Wire(address, request);
    try (Repository nothing = new FileRepositoryBuilder().setBare().setGitDir(NOWHERE).build();
        var session = new Session(nothing, wire, request.timeout())) {
      return answer.of(session, session.ask(question));
    } catch (IOException | RuntimeException e) {
      throw failures.of(e, wire);
    }
  }

  private GitSnapshot fetchInto(Bare bare) throws LocalDamage {
    var wire = new Wire(address, request);
    try (var session = new Session(bare.repository(), wire, request.timeout())) {
      if (question instanceof RefQuestion.Commit commit && bare.complete().contains(commit.id())) {
        return bare.latest(List.of(commit.target()));
      }
      Set<ObjectId> here = bare.complete();
      return bare.latest(found(session, session.fetch(question, here)));
    } catch (IOException | RuntimeException e) {
      if (LocalDamage.isBehind(e)) {
        throw new LocalDamage(e);
      }
      throw failures.of(e, wire);
    }
  }

  private List<Target> found(Session session, List<Target> targets) throws IOException {
    if (targets.isEmpty()) {
      throw session.isEmpty() ? failures.empty() : failures.notFound();
    }
    return targets;
  }
}
