package dev.levada.operator.pullrequest;

import dev.levada.api.GitRepository;
import dev.levada.api.PullRequestPolicy;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.pullrequest.RequestStep;
import dev.levada.fetch.forge.PullRequest;
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
import java.util.Locale;
import java.util.Map;

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
          RequestWork.Done done = work.run(object);
          report(subject, done);
          return new Again.After(jitter.of(pause(object, done)));
        });
  }

  /// What is to be merged without a person is looked at more often while it is open.
  private static Duration pause(PullRequestPolicy object, RequestWork.Done done) {
    Duration interval = object.spec().interval();
    boolean open =
        done.request().filter(each -> each.state() == PullRequest.State.OPEN).isPresent();
    return open && object.spec().autoMerge().isPresent() && interval.compareTo(WHILE_OPEN) > 0
        ? WHILE_OPEN
        : interval;
  }

  private void report(ImageReport.Subject subject, RequestWork.Done done) {
    Map<String, Node> fields = new LinkedHashMap<>();
    Mapping before = subject.status().mappingAt("pullRequest");
    done.request().ifPresent(request -> fields.put("pullRequest", status(request, done, before)));
    String state = state(done);
    String news = news(done, before, state);
    course.report().ready(subject, fields, state, news);
    if (done.step() instanceof RequestStep.Merged && !news.isEmpty()) {
      var source = new Key(GitRepository.KIND, done.source().namespace(), done.source().name());
      controllers.enqueue(source, Urgency.CHANGED, false);
    }
  }

  /// The images stay those of the words at the host, unless these were written anew.
  private Mapping status(PullRequest request, RequestWork.Done done, Mapping before) {
    boolean written =
        done.step() instanceof RequestStep.Open || done.step() instanceof RequestStep.Update;
    return new Mapping()
        .put("number", Scalar.of(request.number()))
        .put("url", request.url())
        .put("state", word(request))
        .put("head", request.head())
        .put("base", request.base())
        .put("images", written ? done.images() : before.textAt("images"))
        .put("since", written || before.textAt("since").isEmpty() ? now() : before.textAt("since"));
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// How things stand, the same words as long as they stand so.
  private static String state(RequestWork.Done done) {
    return switch (done.step()) {
      case RequestStep.Nothing _ ->
          "nothing to propose: " + done.brought().base() + " has all images";
      case RequestStep.Open _, RequestStep.Update _, RequestStep.Keep _ ->
          "pull request " + number(done) + " is open for " + done.images() + obstacles(done);
      case RequestStep.Close _ ->
          "pull request "
              + number(done)
              + " is closed: "
              + done.brought().base()
              + " has all images";
      case RequestStep.Merged _ -> "pull request " + number(done) + " is merged";
      case RequestStep.Respect(_, boolean merged) ->
          "pull request "
              + number(done)
              + (merged ? " was merged and taken back" : " was closed by somebody")
              + "; another follows when there are other images";
    };
  }

  private static String obstacles(RequestWork.Done done) {
    return done.obstacles().isEmpty()
        ? ""
        : "; not merged yet: " + String.join("; ", done.obstacles());
  }

  /// What an event says; empty where there is nothing new.
  private static String news(RequestWork.Done done, Mapping before, String state) {
    String url = done.request().map(PullRequest::url).orElse("");
    return switch (done.step()) {
      case RequestStep.Open _ ->
          "opened pull request " + number(done) + " for " + done.images() + ": " + url;
      case RequestStep.Update _ -> {
        String old = before.textAt("images");
        boolean other = !old.isEmpty() && !old.equals(done.images());
        yield "updated pull request "
            + number(done)
            + " for "
            + done.images()
            + (other ? ", which supersedes " + old : "")
            + ": "
            + url;
      }
      case RequestStep.Close _ -> state + ": " + url;
      case RequestStep.Merged _, RequestStep.Respect _ ->
          done.request()
                  .map(PullRequestPolicyController::word)
                  .orElse("")
                  .equals(before.textAt("state"))
              ? ""
              : state + ": " + url;
      case RequestStep.Nothing _, RequestStep.Keep _ -> "";
    };
  }

  private static String number(RequestWork.Done done) {
    return done.request().map(request -> Long.toString(request.number())).orElse("?");
  }

  private static String word(PullRequest request) {
    return request.state().name().toLowerCase(Locale.ROOT);
  }
}
