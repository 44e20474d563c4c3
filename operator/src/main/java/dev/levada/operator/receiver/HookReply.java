package dev.levada.operator.receiver;

/// What a caller is told: a status, and nothing of what stands behind it.
public enum HookReply {
  /// All objects were asked.
  OK(200),
  /// The call is not genuine, or does not count.
  REFUSED(400),
  /// There is no such webhook.
  UNKNOWN(404),
  /// The body is too large.
  TOO_LARGE(413),
  /// An object could not be asked.
  FAILED(500),
  /// The webhook cannot be called now.
  NOT_NOW(503);

  private final int status;

  HookReply(int status) {
    this.status = status;
  }

  /// The HTTP status.
  public int status() {
    return status;
  }
}
