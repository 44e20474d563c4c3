package dev.levada.operator.image;

import dev.levada.api.ImagePolicy;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.image.ChosenImage;
import dev.levada.core.image.NoTagChosen;
import dev.levada.core.manifest.Node;
import dev.levada.operator.report.Finalizers;
import dev.levada.operator.report.ImageReport;
import dev.levada.operator.runtime.Again;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.Reconciler;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.Run;
import dev.levada.operator.runtime.timing.Jitter;
import dev.levada.operator.source.Retries;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Looks after ImagePolicies: chooses the latest image of each when its repository has other tags.
public final class ImagePolicyController implements Reconciler {

  private final ResourceCache<ImagePolicy> objects;
  private final LatestImage latest;
  private final Finalizers finalizers;
  private final ImageReport report;
  private final Jitter jitter;

  /// @param objects the ImagePolicies as the cluster has them
  /// @param latest chooses
  /// @param finalizers lets an object go that another controller held
  /// @param report says what became of it
  /// @param jitter spreads the intervals
  public ImagePolicyController(
      ResourceCache<ImagePolicy> objects,
      LatestImage latest,
      Finalizers finalizers,
      ImageReport report,
      Jitter jitter) {
    this.objects = objects;
    this.latest = latest;
    this.finalizers = finalizers;
    this.report = report;
    this.jitter = jitter;
  }

  @Override
  public Again reconcile(Key key, Run run) {
    Optional<ImagePolicy> found = objects.find(key.namespace(), key.name());
    return found.isPresent() ? reconcile(found.get(), run.id()) : new Again.Never();
  }

  private Again reconcile(ImagePolicy object, String run) {
    if (object.metadata().deleting()) {
      finalizers.remove(object.metadata());
      return new Again.Never();
    }
    var subject = new ImageReport.Subject(object.metadata(), object.status(), run);
    if (object.spec().suspended()) {
      report.suspended(subject);
      return new Again.Never();
    }
    try {
      report(object, subject, latest.choose(object));
      return object.spec().interval().isZero()
          ? new Again.Never()
          : new Again.After(jitter.of(object.spec().interval()));
    } catch (NoTagChosen none) {
      String message = String.valueOf(none.getMessage());
      report.failed(subject, new Failure.Retrying(Reason.FAILURE, message, ""));
      return new Again.Never(); // a scan that finds other tags wakes it
    } catch (FailureException e) {
      report.failed(subject, e.failure());
      return Retries.after(e.failure());
    }
  }

  private void report(ImagePolicy object, ImageReport.Subject subject, ChosenImage image) {
    ChosenImage before = LatestRefs.latest(object);
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("latestRef", LatestRefs.write(image, object.status().mappingAt("latestRef")));
    ChosenImage previous = LatestRefs.read(object.status().mappingAt("observedPreviousRef"));
    boolean changed = !image.equals(before);
    if (changed && !before.isNone()) {
      previous = before;
      fields.put(
          "observedPreviousRef",
          LatestRefs.write(before, object.status().mappingAt("observedPreviousRef")));
    }
    String message = image.message(previous);
    report.ready(subject, fields, message, changed ? message : "");
  }
}
