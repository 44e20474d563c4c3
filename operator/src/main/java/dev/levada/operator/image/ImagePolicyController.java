package dev.levada.operator.image;

import dev.levada.api.ImagePolicy;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.Reason;
import dev.levada.core.image.ChosenImage;
import dev.levada.core.image.NoTagChosen;
import dev.levada.core.manifest.Node;
import dev.levada.operator.report.ImageReport;
import dev.levada.operator.runtime.Again;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.Reconciler;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.Run;
import dev.levada.operator.runtime.timing.Jitter;
import java.util.LinkedHashMap;
import java.util.Map;

/// Looks after ImagePolicies: chooses the latest image of each when its repository has other tags.
///
/// @param objects the ImagePolicies as the cluster has them
/// @param latest chooses
/// @param course what it has in common with other kinds; lets an object go that another controller
///   held
/// @param jitter spreads the intervals
public record ImagePolicyController(
    ResourceCache<ImagePolicy> objects, LatestImage latest, ImageCourse course, Jitter jitter)
    implements Reconciler {

  @Override
  public Again reconcile(Key key, Run run) {
    return objects.find(key).map(object -> reconcile(object, run.id())).orElseGet(Again.Never::new);
  }

  private Again reconcile(ImagePolicy object, String run) {
    var subject = new ImageReport.Subject(object.metadata(), object.status(), run);
    return course.take(subject, object.spec().suspended(), () -> {}, () -> choose(object, subject));
  }

  private Again choose(ImagePolicy object, ImageReport.Subject subject) {
    try {
      report(object, subject, latest.choose(object));
    } catch (NoTagChosen none) {
      String message = String.valueOf(none.getMessage());
      course.report().failed(subject, new Failure.Retrying(Reason.FAILURE, message, ""));
      return new Again.Never(); // a scan that finds other tags wakes it
    }
    return object.spec().interval().isZero()
        ? new Again.Never()
        : new Again.After(jitter.of(object.spec().interval()));
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
    course.report().ready(subject, fields, message, changed ? message : "");
  }
}
