package dev.levada.operator.deploy;

import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.ApiUnreachable;
import dev.levada.cluster.apply.MissingRight;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.Reason;
import org.jspecify.annotations.Nullable;

/// What an API server's refusal, or its silence, means for a Kustomization.
final class Refused {

  private Refused() {}

  static Failure failure(RuntimeException refused) {
    String message = refused.getMessage() == null ? refused.toString() : refused.getMessage();
    return new Failure.Retrying(Reason.RECONCILIATION_FAILED, message, MissingRight.fix(message));
  }

  /// Whether the same may succeed in a moment: the server is away, overloaded or in trouble.
  static boolean isPassing(@Nullable Throwable cause) {
    return cause instanceof ApiUnreachable
        || (cause instanceof ApiError refused && refused.isRetryable());
  }
}
