package dev.levada.fetch.forge;

import dev.levada.core.failure.Failure;
import dev.levada.core.failure.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// A Git host did not do what it was asked.
public final class ForgeFailed extends RuntimeException {

  private static final Duration AGAIN = Duration.ofMinutes(1);

  /// Why.
  public enum Kind {
    /// The credentials are missing or wrong.
    UNAUTHORIZED,
    /// The account may not do that.
    FORBIDDEN,
    /// There is nothing of that name, or it is hidden.
    NOT_FOUND,
    /// It contradicts what is there.
    CONFLICT,
    /// The host does not accept the values.
    INVALID,
    /// The host asks us to come back later.
    LIMITED,
    /// Something is wrong at the host.
    SERVER,
    /// What answers is no API.
    NOT_AN_API,
    /// There was no answer.
    UNREACHABLE
  }

  private final Kind kind;
  private final String what;
  private final String fix;
  private final Duration again;

  ForgeFailed(Kind kind, String what, String fix, Duration again) {
    super(what + ". " + fix);
    this.kind = kind;
    this.what = what;
    this.fix = fix;
    this.again = again;
  }

  ForgeFailed(Kind kind, String what, String fix) {
    this(kind, what, fix, AGAIN);
  }

  /// What a host was asked for; empty where it has nothing of that name.
  public static <T> Optional<T> orNothing(Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (ForgeFailed failed) {
      if (failed.kind == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /// Why.
  public Kind kind() {
    return kind;
  }

  /// Whether the host as a whole is in the way, so that asking for something else is of no use.
  public boolean isOfHost() {
    return switch (kind) {
      case UNAUTHORIZED, LIMITED, SERVER, NOT_AN_API, UNREACHABLE -> true;
      case FORBIDDEN, NOT_FOUND, CONFLICT, INVALID -> false;
    };
  }

  /// The same as a value for conditions.
  public Failure failure() {
    return switch (kind) {
      case UNAUTHORIZED, FORBIDDEN -> new Failure.Retrying(Reason.AUTHENTICATION_FAILED, what, fix);
      case LIMITED -> new Failure.Waiting(Reason.FORGE_OPERATION_FAILED, what, fix, again);
      case NOT_FOUND, CONFLICT, INVALID, SERVER, NOT_AN_API, UNREACHABLE ->
          new Failure.Retrying(Reason.FORGE_OPERATION_FAILED, what, fix);
    };
  }
}
