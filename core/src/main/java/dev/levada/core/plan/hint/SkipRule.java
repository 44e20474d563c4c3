package dev.levada.core.plan.hint;

import dev.levada.core.manifest.Manifest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether users asked that an object is left alone. flux-api.md §2.3.
public final class SkipRule {

  private static final List<Hint> ON_EITHER = List.of(Hint.RECONCILE_DISABLED, Hint.IGNORE);

  private SkipRule() {}

  /// Why the object is not applied; empty where it is.
  ///
  /// @param desired the object as it should be
  /// @param live the object as the API server has it; null where it has not
  public static Optional<String> why(Manifest desired, @Nullable Manifest live) {
    for (Hint hint : ON_EITHER) {
      if (hint.isOn(desired)) {
        return Optional.of(hint.because("object in the source"));
      }
      if (live != null && hint.isOn(live)) {
        return Optional.of(hint.because("object in the cluster"));
      }
    }
    return live != null && Hint.IF_NOT_PRESENT.isOn(desired)
        ? Optional.of(Hint.IF_NOT_PRESENT.because("object in the source, and it exists"))
        : Optional.empty();
  }
}
