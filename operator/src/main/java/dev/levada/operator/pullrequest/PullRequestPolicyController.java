package dev.levada.operator.pullrequest;

import dev.levada.api.GitRepository;
import dev.levada.api.ImageUpdateAutomation;
import dev.levada.api.PullRequestPolicy;
import dev.levada.core.failure.Failure;
import dev.levada.core.pullrequest.RequestStep;
import dev.levada.operator.image.ImageCourse;
import dev.levada.operator.report.ImageReport;
import dev.levada.operator.runtime.Again;
import dev.levada.operator.runtime.Controllers;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.Reconciler;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.Run;
import dev.levada.operator.runtime.Urgency;
import dev.levada.operator.runtime.timing.Jitter;
import dev.levada.operator.source.Retries;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Looks after PullRequestPolicies: one open pull request for what an automation has pushed.
///
/// @param objects the PullRequestPolicies as the cluster has them
/// @param work does the work
/// @param course what it has in common with other kinds; holds an object until its files are
///   forgotten
/// @param controllers whom to tell that a repository has a new commit
/// @param jitter spreads the intervals
/// @param clock tells when images were proposed
public record PullRequestPolicyController(
    ResourceCache<PullRequestPolicy> objects,
    RequestWork work,
    ImageCourse course,
    Controllers controllers,
    Jitter jitter,
    Clock clock)
    implements Reconciler {

  /// The field manager of the status, and the component that events name.
  public static final String MANAGER = "pull-request-controller";

  private static final Duration WHILE_OPEN = Duration.ofMinutes(1);

  @Override
  public Again reconcile(Key key, Run run) {
    return objects.find(key).map(object -> reconcile(object, run.id())).orElseGet(Again.Never::new);
  }

  private Again reconcile(PullRequestPolicy object, String run) {
    var subject = new ImageReport.Subject(object.metadata(), object.status(), run);
    return course.take(
        subject,
        object.spec().suspended(),
        () -> work.forget(object),
        () -> {
          course.finalizers().add(object.metadata());
          return report(object, subject, work.run(object));
        });
  }

  private Again report(
      PullRequestPolicy object, ImageReport.Subject subject, RequestWork.Done done) {
    var said =
        new RequestReport(done, object.status(), object.metadata().generation(), clock.instant());
    if (said.isNewlyMerged()) {
      wake(GitRepository.KIND, done.source().namespace(), done.source().name());
    }
    if (done.turns().stream().anyMatch(turn -> turn.step() instanceof RequestStep.AwaitBranch)) {
      // Only the automation can make the branch, and it knows of no reason to look.
      wake(ImageUpdateAutomation.KIND, object.metadata().namespace(), object.spec().automation());
    }
    Optional<Failure> failure = said.failure();
    if (failure.isPresent()) {
      course.report().failed(subject, said.fields(), said.news(), failure.get());
      return Retries.after(failure.get());
    }
    course.report().ready(subject, said.fields(), said.state(), said.news());
    return new Again.After(jitter.of(pause(object, done)));
  }

  private void wake(String kind, String namespace, String name) {
    controllers.enqueue(new Key(kind, namespace, name), Urgency.CHANGED, false);
  }

  /// What is to be merged without a person is looked at more often while it is open.
  private static Duration pause(PullRequestPolicy object, RequestWork.Done done) {
    Duration interval = object.spec().interval();
    boolean open = done.turns().stream().anyMatch(RequestTurn::isOpen);
    return open && object.spec().autoMerge().isPresent() && interval.compareTo(WHILE_OPEN) > 0
        ? WHILE_OPEN
        : interval;
  }
}
