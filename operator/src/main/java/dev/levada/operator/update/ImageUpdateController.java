package dev.levada.operator.update;

import dev.levada.api.GitRepository;
import dev.levada.api.ImageUpdateAutomation;
import dev.levada.core.edit.Problem;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.fetch.git.Published;
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
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Looks after ImageUpdateAutomations, and wakes the source of each that has pushed.
public final class ImageUpdateController implements Reconciler {

  /// The field manager of the status, and the component that events name.
  public static final String MANAGER = "image-automation-controller";

  private static final String UP_TO_DATE = "repository up-to-date";
  private static final int MOST_PROBLEMS = 10;

  private final ResourceCache<ImageUpdateAutomation> objects;
  private final ImageUpdate update;
  private final ImageCourse course;
  private final Controllers controllers;
  private final UpdateTriggers triggers;
  private final Jitter jitter;
  private final Clock clock;

  /// @param objects the ImageUpdateAutomations as the cluster has them
  /// @param update does the work
  /// @param course what it has in common with other kinds; holds an object until its repository is
  ///   forgotten
  /// @param controllers whom to tell that a repository has a new commit
  /// @param triggers holds an automation back while its policies choose
  /// @param jitter spreads the intervals
  /// @param clock tells when it ran
  public ImageUpdateController(
      ResourceCache<ImageUpdateAutomation> objects,
      ImageUpdate update,
      ImageCourse course,
      Controllers controllers,
      UpdateTriggers triggers,
      Jitter jitter,
      Clock clock) {
    this.objects = objects;
    this.update = update;
    this.course = course;
    this.controllers = controllers;
    this.triggers = triggers;
    this.jitter = jitter;
    this.clock = clock;
  }

  @Override
  public Again reconcile(Key key, Run run) {
    Duration left = triggers.left(key);
    if (left.isPositive()) {
      return new Again.After(left);
    }
    return objects.find(key).map(object -> reconcile(object, run.id())).orElseGet(Again.Never::new);
  }

  private Again reconcile(ImageUpdateAutomation object, String run) {
    var subject = new ImageReport.Subject(object.metadata(), object.status(), run);
    return course.take(
        subject,
        object.spec().suspended(),
        () -> update.forget(object),
        () -> {
          course.finalizers().add(object.metadata());
          report(object, subject, update.run(object));
          return new Again.After(jitter.of(object.spec().interval()));
        });
  }

  private void report(
      ImageUpdateAutomation object, ImageReport.Subject subject, ImageUpdate.Done done) {
    String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("lastAutomationRunTime", Scalar.of(now));
    done.pushed()
        .ifPresent(pushed -> {
          fields.put("lastPushCommit", Scalar.of(pushed.commit()));
          fields.put("lastPushTime", Scalar.of(now));
        });
    fields.put(
        "observedPolicies", done.choices().observed(object.status().mappingAt("observedPolicies")));
    fields.put("observedSourceRevision", Scalar.of(done.revision()));
    if (!done.problems().isEmpty()) {
      course.report().trouble(subject, Reason.UPDATE_FAILED, text(done.problems()));
    }
    course
        .report()
        .ready(
            subject, fields, UP_TO_DATE, done.pushed().map(ImageUpdateController::text).orElse(""));
    if (done.pushed().isPresent()) {
      var source = object.spec().source();
      controllers.enqueue(
          new Key(GitRepository.KIND, source.namespace(), source.name()), Urgency.CHANGED, false);
    }
  }

  private static String text(Published.Pushed pushed) {
    return "pushed commit '"
        + pushed.commit().substring(0, 7)
        + "' to branch '"
        + pushed.branch()
        + "'"
        + (pushed.refspecs().isEmpty()
            ? ""
            : " and refspecs '" + String.join("', '", pushed.refspecs()) + "'")
        + "\n"
        + pushed.message();
  }

  private static String text(List<Problem> problems) {
    return problems.stream()
            .limit(MOST_PROBLEMS)
            .map(Problem::toString)
            .collect(Collectors.joining("\n"))
        + (problems.size() > MOST_PROBLEMS
            ? "\nand " + (problems.size() - MOST_PROBLEMS) + " more"
            : "");
  }
}
