package dev.levada.operator.desired;

import dev.levada.api.Kustomization;
import dev.levada.cluster.apply.Terms;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.kustomize.BuildFailed;
import dev.levada.core.kustomize.TargetSelector;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.plan.drift.IgnoredFields;
import dev.levada.core.plan.fields.FieldPath;
import dev.levada.core.plan.fields.PodSpecs;
import java.util.List;
import java.util.function.Predicate;

/// Reads what a Kustomization lays down for all its objects: `force` and `ignore`.
public final class ObjectTerms {

  private ObjectTerms() {}

  /// Reads them.
  ///
  /// @throws FailureException where `ignore` holds a pointer, an expression or a selector that
  ///   cannot be read
  public static Terms of(Kustomization object) {
    List<Mapping> ignore = PodSpecs.mappings(object.spec().raw().sequenceAt("ignore"));
    return new Terms(
        object.spec().force(),
        ignore.isEmpty()
            ? IgnoredFields.NONE
            : new IgnoredFields(ignore.stream().map(ObjectTerms::rule).toList()));
  }

  private static IgnoredFields.Rule rule(Mapping written) {
    try {
      List<FieldPath> paths =
          written.sequenceAt("paths").texts().stream().map(FieldPath::of).toList();
      return new IgnoredFields.Rule(paths, target(written));
    } catch (IllegalArgumentException e) {
      throw unreadable("paths", e, "Write JSON pointers, such as /spec/replicas");
    } catch (BuildFailed e) {
      throw unreadable("target", e, e.fix());
    }
  }

  private static Predicate<Manifest> target(Mapping written) {
    return written.has("target")
        ? TargetSelector.of(written.mappingAt("target"))::matches
        : manifest -> true;
  }

  private static FailureException unreadable(String field, RuntimeException why, String fix) {
    return FailureException.retrying(
        Reason.RECONCILIATION_FAILED,
        "spec.ignore[]." + field + " cannot be read: " + why.getMessage(),
        fix,
        why);
  }
}
