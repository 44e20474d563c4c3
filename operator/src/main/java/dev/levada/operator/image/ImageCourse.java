package dev.levada.operator.image;

import dev.levada.core.failure.FailureException;
import dev.levada.operator.report.Finalizers;
import dev.levada.operator.report.ImageReport;
import dev.levada.operator.runtime.Again;
import dev.levada.operator.source.Retries;
import java.util.function.Supplier;

/// The course of a reconcile that all kinds for images share: let go what is being deleted, leave
/// what is suspended, else do the work and say where it failed.
///
/// @param finalizers lets an object go
/// @param report says what became of it
public record ImageCourse(Finalizers finalizers, ImageReport report) {

  /// Takes an object through.
  ///
  /// @param subject the object
  /// @param suspended whether its user has suspended it
  /// @param forget drops what is kept of an object that goes
  /// @param work brings it up to date and says when to come back
  public Again take(
      ImageReport.Subject subject, boolean suspended, Runnable forget, Supplier<Again> work) {
    if (subject.metadata().deleting()) {
      forget.run();
      finalizers.remove(subject.metadata());
      return new Again.Never();
    }
    if (suspended) {
      report.suspended(subject);
      return new Again.Never();
    }
    try {
      return work.get();
    } catch (FailureException e) {
      report.failed(subject, e.failure());
      return Retries.after(e.failure());
    }
  }
}
