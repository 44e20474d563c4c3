package dev.levada.cli.promote;

import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;

/// Says where a command's credentials come from, when they are refused: what failed below knows of
/// Secrets only.
final class RefusedKeys {

  private RefusedKeys() {}

  /// The failure as the user of the command should read it.
  static RuntimeException explain(FailureException failed) {
    return failed.failure().reason() == Reason.AUTHENTICATION_FAILED
        ? new CommandFailure(
            failed.failure().message(),
            "Set LEVADA_GIT_TOKEN to a token that may write to the repository and open pull"
                + " requests; for ssh, let your key write to it.",
            failed)
        : failed;
  }
}
