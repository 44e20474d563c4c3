package dev.levada.cli.failure;

import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.ApiUnreachable;
import dev.levada.cluster.config.ClusterConfig;
import dev.levada.core.failure.FailureException;
import java.util.Optional;

/// What the user reads for what was thrown.
final class Explanation {

  private Explanation() {}

  /// The failure as the user should read it; empty where it is a bug of ours.
  static Optional<CommandFailure> of(Exception thrown) {
    return switch (thrown) {
      case CommandFailure known -> Optional.of(known);
      case FailureException failed ->
          Optional.of(
              new CommandFailure(failed.failure().message(), failed.failure().fix(), failed));
      case ClusterConfig.Unusable unusable -> Optional.of(unusable(unusable));
      case ApiUnreachable unreachable -> Optional.of(unreachable(unreachable));
      case ApiError refused -> Optional.of(refused(refused));
      default -> Optional.empty();
    };
  }

  private static CommandFailure unusable(ClusterConfig.Unusable unusable) {
    String message = unusable.getMessage() == null ? "" : unusable.getMessage();
    int fix = message.lastIndexOf(". ");
    return fix < 0
        ? new CommandFailure(message, "", unusable)
        : new CommandFailure(message.substring(0, fix), message.substring(fix + 2) + ".", unusable);
  }

  private static CommandFailure unreachable(ApiUnreachable unreachable) {
    return new CommandFailure(
        "the cluster gives no usable answer: " + unreachable.getMessage(),
        "Check that the cluster runs and that the kubeconfig points at it (kubectl cluster-info).",
        unreachable);
  }

  private static CommandFailure refused(ApiError error) {
    if (error.code() == 401) {
      return new CommandFailure(
          "the cluster does not accept your credentials: " + error.message(),
          "Log in again, or give another kubeconfig with --kubeconfig.",
          error);
    }
    if (error.isForbidden()) {
      return new CommandFailure(
          "the cluster does not allow this: " + error.message(),
          "Ask for a role that allows it, or give another kubeconfig with --kubeconfig.",
          error);
    }
    return new CommandFailure(
        "the cluster refused: " + error.message(),
        error.isRetryable() ? "Try again in a moment." : "",
        error);
  }
}
