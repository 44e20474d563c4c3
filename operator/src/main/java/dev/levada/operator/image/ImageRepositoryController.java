package dev.levada.operator.image;

import dev.levada.api.ImageRepository;
import dev.levada.operator.report.ImageReport;
import dev.levada.operator.runtime.Again;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.Reconciler;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.Run;
import dev.levada.operator.runtime.timing.Jitter;
import java.time.Duration;
import java.util.Map;

/// Looks after ImageRepositories: scans each when it is due and says what was found.
///
/// @param objects the ImageRepositories as the cluster has them
/// @param scan asks registries
/// @param course what it has in common with other kinds; holds an object until its tags are
///   forgotten
/// @param jitter spreads the intervals
public record ImageRepositoryController(
    ResourceCache<ImageRepository> objects, ImageScan scan, ImageCourse course, Jitter jitter)
    implements Reconciler {

  /// The field manager of the status, and the component that events name.
  public static final String MANAGER = "image-reflector-controller";

  @Override
  public Again reconcile(Key key, Run run) {
    return objects.find(key).map(object -> reconcile(object, run.id())).orElseGet(Again.Never::new);
  }

  private Again reconcile(ImageRepository object, String run) {
    var subject = new ImageReport.Subject(object.metadata(), object.status(), run);
    return course.take(
        subject, object.spec().suspended(), this::forget, () -> bringUpToDate(object, subject));
  }

  private void forget() {
    scan.keepOnly(objects.all().stream().filter(each -> !each.metadata().deleting()).toList());
  }

  private Again bringUpToDate(ImageRepository object, ImageReport.Subject subject) {
    course.finalizers().add(object.metadata());
    Duration due = scan.due(object);
    if (due.isPositive()) {
      String tags = object.status().textAt("lastScanResult", "tagCount");
      String revision = object.status().textAt("lastScanResult", "revision");
      course
          .report()
          .ready(
              subject,
              Map.of(),
              "successful scan: found " + tags + " tags with checksum " + revision,
              "");
      return new Again.After(due);
    }
    ImageScan.Scanned scanned = scan.scan(object);
    String message = scanned.tags().message();
    boolean fresh =
        !object.status().textAt("lastScanResult", "revision").equals(scanned.tags().checksum());
    course.report().ready(subject, scanned.fields(), message, fresh ? message : "");
    return new Again.After(jitter.of(object.spec().interval()));
  }
}
