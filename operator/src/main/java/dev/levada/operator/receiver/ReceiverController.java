package dev.levada.operator.receiver;

import dev.levada.api.notification.Receiver;
import dev.levada.core.manifest.Scalar;
import dev.levada.operator.image.ImageCourse;
import dev.levada.operator.report.ImageReport;
import dev.levada.operator.runtime.Again;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.Reconciler;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.Run;
import dev.levada.operator.runtime.timing.Jitter;
import dev.levada.operator.source.NamedSecrets;
import java.util.Map;

/// Looks after Receivers: gives each the path of its webhook.
///
/// @param objects the Receivers as the cluster has them
/// @param secrets reads their Secrets
/// @param course what it has in common with other kinds; lets an object go that another controller
///   held
/// @param jitter spreads the intervals
public record ReceiverController(
    ResourceCache<Receiver> objects, NamedSecrets secrets, ImageCourse course, Jitter jitter)
    implements Reconciler {

  /// The field manager of the status and of requests, and the component that events name.
  public static final String MANAGER = "notification-controller";

  private static final String READY = "Receiver initialized for path: ";

  @Override
  public Again reconcile(Key key, Run run) {
    return objects.find(key).map(object -> reconcile(object, run.id())).orElseGet(Again.Never::new);
  }

  private Again reconcile(Receiver object, String run) {
    var subject = new ImageReport.Subject(object.metadata(), object.status(), run);
    return course.take(subject, object.spec().suspended(), () -> {}, () -> open(object, subject));
  }

  private Again open(Receiver object, ImageReport.Subject subject) {
    ReceiverRules.of(object);
    String path = HookPath.of(object, ReceiverSecret.of(object, secrets));
    String news = path.equals(object.path()) ? "" : "the webhook has a new path";
    course
        .report()
        .ready(
            subject,
            Map.of("webhookPath", Scalar.of(path)),
            // Whoever knows the path may call: it stands where Flux has it, and in no event or log.
            new ImageReport.Words(READY + path, "the webhook can be called", news));
    return new Again.After(jitter.of(object.spec().interval()));
  }
}
