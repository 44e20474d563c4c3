package dev.levada.fetch.http;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Sorts what the JDK's client throws.
final class WebFailures {

  private static final int DEEPEST = 20;

  private WebFailures() {}

  static WebFailure of(@Nullable Throwable thrown, Duration limit) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .limit(DEEPEST)
        .map(link -> known(link, limit))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() ->
            new WebFailure(
                WebFailure.Kind.BROKEN,
                "the connection broke off (" + reason(thrown) + ")",
                Objects.requireNonNullElseGet(thrown, Throwable::new)));
  }

  private static Optional<WebFailure> known(Throwable link, Duration limit) {
    return switch (link) {
      case WebFailure known -> Optional.of(known);
      case HttpTimeoutException _ ->
          failure(
              WebFailure.Kind.TIMED_OUT,
              "there was no answer within " + limit.toMillis() / 1000.0 + " s",
              link);
      case UnknownHostException _, UnresolvedAddressException _ ->
          failure(WebFailure.Kind.UNKNOWN_HOST, "the host name is not known", link);
      case SSLException _ ->
          failure(WebFailure.Kind.TLS, "TLS failed (" + link.getMessage() + ")", link);
      case ConnectException _ when !isUnresolved(link) ->
          failure(
              WebFailure.Kind.UNREACHABLE,
              "the server cannot be reached ("
                  + Objects.requireNonNullElse(link.getMessage(), "connection refused")
                  + ")",
              link);
      case InterruptedException _ ->
          failure(WebFailure.Kind.INTERRUPTED, "it was interrupted", link);
      default -> Optional.empty();
    };
  }

  private static boolean isUnresolved(Throwable link) {
    return Stream.iterate(link, Objects::nonNull, Throwable::getCause)
        .limit(DEEPEST)
        .anyMatch(each -> each instanceof UnresolvedAddressException);
  }

  private static Optional<WebFailure> failure(
      WebFailure.Kind kind, String message, Throwable cause) {
    return Optional.of(new WebFailure(kind, message, cause));
  }

  private static String reason(@Nullable Throwable thrown) {
    return thrown == null ? "unknown" : Objects.toString(thrown.getMessage(), thrown.toString());
  }
}
