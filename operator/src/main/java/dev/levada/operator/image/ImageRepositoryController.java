package dev.levada.operator.image;

import dev.levada.api.ImageRepository;
import dev.levada.core.failure.FailureException;
import dev.levada.operator.report.Finalizers;
import dev.levada.operator.report.ImageReport;
import dev.levada.operator.runtime.Again;
import dev.levada.operator.runtime.Key;
import dev.levada.operator.runtime.Reconciler;
import dev.levada.operator.runtime.ResourceCache;
import dev.levada.operator.runtime.Run;
import dev.levada.operator.runtime.timing.Jitter;
import dev.levada.operator.source.Retries;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Looks after ImageRepositories: scans each when it is due and says what was found.
public final class ImageRepositoryController implements Reconciler {

  /// The field manager of the status, and the component that events name.
  public static final String MANAGER = "image-reflector-controller";

  private final ResourceCache<ImageRepository> objects;
  private final ImageScan scan;
  private final Finalizers finalizers;
  private final ImageReport report;
  private final Jitter jitter;

  /// @param objects the ImageRepositories as the cluster has them
  /// @param scan asks registries
  /// @param finalizers holds an object until its tags are forgotten
  /// @param report says what became of it
  /// @param jitter spreads the intervals
  public ImageRepositoryController(
      ResourceCache<ImageRepository> objects,
      ImageScan scan,
      Finalizers finalizers,
      ImageReport report,
      Jitter jitter) {
    this.objects = objects;
    this.scan = scan;
    this.finalizers = finalizers;
    this.report = report;
    this.jitter = jitter;
  }

  @Override
  public Again reconcile(Key key, Run run) {
    Optional<ImageRepository> found = objects.find(key.namespace(), key.name());
    return found.isPresent() ? reconcile(found.get(), run.id()) : new Again.Never();
  }

  private Again reconcile(ImageRepository object, String run) {
    if (object.metadata().deleting()) {
      scan.keepOnly(objects.all().stream().filter(each -> !each.metadata().deleting()).toList());
      finalizers.remove(object.metadata());
      return new Again.Never();
    }
    var subject = new ImageReport.Subject(object.metadata(), object.status(), run);
    if (object.spec().suspended()) {
      report.suspended(subject);
      return new Again.Never();
    }
    finalizers.add(object.metadata());
    try {
      return bringUpToDate(object, subject);
    } catch (FailureException e) {
      report.failed(subject, e.failure());
      return Retries.after(e.failure());
    }
  }

  private Again bringUpToDate(ImageRepository object, ImageReport.Subject subject) {
    Duration due = scan.due(object);
    if (due.isPositive()) {
      String tags = object.status().textAt("lastScanResult", "tagCount");
      String revision = object.status().textAt("lastScanResult", "revision");
      report.ready(
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
    report.ready(subject, scanned.fields(), message, fresh ? message : "");
    return new Again.After(jitter.of(object.spec().interval()));
  }
}
