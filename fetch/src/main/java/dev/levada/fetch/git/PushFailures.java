package dev.levada.fetch.git;

import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells a user why a commit was not pushed.
///
/// @param write what was to be pushed
/// @param address where to
record PushFailures(GitWrite write, GitAddress address) {

  private static final int MOST_LINES = 12;

  /// The server did not take it, and not because somebody else was faster.
  ///
  /// @param reference what was to be changed
  /// @param why the server's word for it
  /// @param said what the server said more
  FailureException refused(String reference, String why, String said) {
    List<String> lines =
        said.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(MOST_LINES).toList();
    String more = lines.isEmpty() ? "" : "; it says: " + String.join(" | ", lines);
    return failure(
        Reason.GIT_OPERATION_FAILED,
        "the server refused to change " + reference + " (" + why + ")" + more,
        said.toLowerCase(Locale.ROOT).contains("permission denied")
            ? "Name a Secret whose account may write to the repository"
            : "If the branch is protected, push to another one and open a pull request, or let the"
                + " account push",
        null);
  }

  /// Others were faster again and again.
  FailureException lostEveryRace(int attempts) {
    return failure(
        Reason.GIT_OPERATION_FAILED,
        "others pushed to the branch each of the " + attempts + " times it was tried",
        "Nothing is to be done: it is tried again",
        null);
  }

  /// A refspec cannot be used.
  FailureException invalidRefspec(String refspec) {
    return FailureException.stalled(
        Reason.GIT_OPERATION_FAILED,
        "the refspec '" + refspec + "' of " + address + " cannot be pushed",
        "Write spec.git.push.refspec as refs/heads/"
            + write.branch()
            + ":refs/heads/OTHER, with HEAD or the pushed branch on the left");
  }

  /// What went wrong while talking to the server.
  FailureException of(Exception cause, Wire wire) {
    if (cause instanceof FailureException known) {
      return known;
    }
    if (wire.lastStatus() == 401 || wire.lastStatus() == 403) {
      return failure(
          Reason.AUTHENTICATION_FAILED,
          "the server does not let the account push (HTTP " + wire.lastStatus() + ")",
          "Name a Secret whose account may write to the repository",
          cause);
    }
    String text = chain(cause).findFirst().orElse("");
    if (text.contains("not permitted") || text.contains("Permission")) {
      return failure(
          Reason.AUTHENTICATION_FAILED,
          "the server does not let the account push (" + text + ")",
          "Name a Secret whose account may write to the repository; a deploy key must allow it",
          cause);
    }
    return failure(Reason.GIT_OPERATION_FAILED, text, "See the server's log, or try again", cause);
  }

  private FailureException failure(
      Reason reason, String why, String fix, @Nullable Exception cause) {
    String message =
        "the commit for branch '" + write.branch() + "' of " + address + " was not pushed: " + why;
    return new FailureException(new Failure.Retrying(reason, message, fix), cause);
  }

  private static Stream<String> chain(Exception cause) {
    List<String> messages =
        Stream.<Throwable>iterate(cause, Objects::nonNull, Throwable::getCause)
            .limit(20)
            .map(link -> Optional.ofNullable(link.getMessage()).orElse(link.toString()))
            .toList();
    return messages.reversed().stream();
  }
}
