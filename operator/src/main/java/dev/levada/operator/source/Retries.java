package dev.levada.operator.source;

import dev.levada.core.failure.Failure;
import dev.levada.operator.runtime.Again;

/// When a run that failed is tried again: errors of sources back off exponentially (flux-api §2.1),
/// and what only a person can mend is not tried again.
public final class Retries {

  private Retries() {}

  /// When to try again.
  public static Again after(Failure failure) {
    return switch (failure) {
      case Failure.Stalled _ -> new Again.Never();
      case Failure.Waiting waiting -> new Again.After(waiting.again());
      case Failure.Retrying _ -> new Again.Backoff();
    };
  }
}
