package dev.levada.fetch.http;

import java.io.IOException;

/// A request that got no answer. The message says why, without the address.
public final class WebFailure extends IOException {

  /// Why there is no answer.
  public enum Kind {
    /// The host's name is not known.
    UNKNOWN_HOST,
    /// Nobody listens, or the network is cut.
    UNREACHABLE,
    /// The answer did not come in time.
    TIMED_OUT,
    /// The certificate is not trusted, or ours is missing.
    TLS,
    /// The answer is larger than allowed.
    TOO_LARGE,
    /// The answer sends us somewhere we do not go.
    REDIRECT,
    /// The server broke off, or speaks something else.
    BROKEN,
    /// The engine is stopping.
    INTERRUPTED
  }

  private final Kind kind;
  private final String reason;

  WebFailure(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.reason = message;
  }

  WebFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
    this.reason = message;
  }

  /// Why there is no answer.
  public Kind kind() {
    return kind;
  }

  /// The message, which is always there.
  public String reason() {
    return reason;
  }

  /// What a user can do about it.
  public String fix() {
    return switch (kind) {
      case UNKNOWN_HOST -> "Correct the host, or see to the name service";
      case UNREACHABLE ->
          "See whether the server runs, and whether the network and the proxy let us through";
      case TIMED_OUT -> "See whether the server is slow, or raise the timeout";
      case TLS ->
          "Put the certificate of the server's authority under ca.crt of the Secret with the"
              + " certificates, and a client certificate under tls.crt and tls.key if the server"
              + " wants one";
      case TOO_LARGE -> "See whether this is the right address";
      case REDIRECT -> "Use the address that the server sends us to";
      case BROKEN -> "See the server's log, and whether the address is that of the right server";
      case INTERRUPTED -> "Nothing is to be done: it is tried again";
    };
  }
}
