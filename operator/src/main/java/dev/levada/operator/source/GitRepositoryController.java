package dev.levada.operator.source;

import dev.levada.api.GitRepository;
import dev.levada.core.failure.FailureException;
import dev.levada.operator.report.Finalizers;
import dev.levada.operator.report.GitRepositoryReport;
import dev.levada.operator.runtime.Again;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.Reconciler;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.Run;
import dev.levada.operator.runtime.timing.Jitter;
import java.util.Optional;

/// Looks after GitRepositories: hands each to {@link GitFetch} and what comes back to the report.
public final class GitRepositoryController implements Reconciler {

  private final ResourceCache<GitRepository> objects;
  private final GitFetch fetch;
  private final Finalizers finalizers;
  private final GitRepositoryReport report;
  private final Jitter jitter;

  /// @param objects the GitRepositories as the cluster has them
  /// @param fetch brings one up to date
  /// @param finalizers holds an object until its artifacts are gone
  /// @param report says what became of it
  /// @param jitter spreads the intervals
  public GitRepositoryController(
      ResourceCache<GitRepository> objects,
      GitFetch fetch,
      Finalizers finalizers,
      GitRepositoryReport report,
      Jitter jitter) {
    this.objects = objects;
    this.fetch = fetch;
    this.finalizers = finalizers;
    this.report = report;
    this.jitter = jitter;
  }

  @Override
  public Again reconcile(Key key, Run run) throws InterruptedException {
    Optional<GitRepository> found = objects.find(key);
    return found.isPresent() ? reconcile(found.get(), run.id()) : new Again.Never();
  }

  private Again reconcile(GitRepository object, String run) throws InterruptedException {
    if (object.metadata().deleting()) {
      fetch.forget(object);
      finalizers.remove(object.metadata());
      return new Again.Never();
    }
    if (object.spec().suspended()) {
      report.suspended(object);
      return new Again.Never();
    }
    finalizers.add(object.metadata());
    try {
      GitFetch.Fetched fetched = fetch.bringUpToDate(object);
      report.stored(object, fetched.artifact(), fetched.subject(), run);
      fetch.shelve(object, fetched);
      return new Again.After(jitter.of(object.spec().interval()));
    } catch (FailureException e) {
      report.failed(object, e.failure(), run);
      return Retries.after(e.failure());
    }
  }
}
