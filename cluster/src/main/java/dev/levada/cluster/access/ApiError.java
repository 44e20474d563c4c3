package dev.levada.cluster.access;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The API server refused a request.
public final class ApiError extends RuntimeException {

  private static final int LONGEST_FOREIGN_TEXT = 300;

  private final int code;
  private final String reason;
  private final transient Mapping details;

  /// @param code the HTTP status code
  /// @param reason the machine-readable reason (`NotFound`, `Invalid`); empty where none was given
  /// @param message what the server says
  /// @param details the server's `details`: name, kind, causes; empty where none were given
  public ApiError(int code, String reason, String message, Mapping details) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.details = details;
  }

  /// Reads a `Status` object; whatever else a proxy may have answered becomes the message, cut
  /// short.
  static ApiError of(int code, byte[] body) {
    try {
      if (Json.read(body) instanceof Mapping status && status.textAt("kind").equals("Status")) {
        return of(code, status);
      }
    } catch (MalformedManifest notFromTheApiServer) {
      return foreign(code, body);
    }
    return foreign(code, body);
  }

  static ApiError of(int code, Mapping status) {
    String message = status.textAt("message");
    int told = (int) status.numberAt(code, "code");
    return new ApiError(
        told,
        status.textAt("reason"),
        message.isEmpty() ? "the API server answered " + told : message,
        status.mappingAt("details"));
  }

  /// A request that was not sent because it cannot be right.
  static ApiError refused(String message) {
    return new ApiError(422, "Invalid", message, new Mapping());
  }

  /// The same error without any value that the server quoted from the object.
  ApiError withoutValues() {
    return new ApiError(code, reason, QuotedValues.hide(getMessage()), new Mapping());
  }

  private static ApiError foreign(int code, byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).replaceAll("\\s+", " ").strip();
    String shown =
        text.length() > LONGEST_FOREIGN_TEXT ? text.substring(0, LONGEST_FOREIGN_TEXT) + "…" : text;
    String message = String.format(Locale.ROOT, "the API server answered %d: %s", code, shown);
    return new ApiError(code, "", message, new Mapping());
  }

  /// The HTTP status code.
  public int code() {
    return code;
  }

  /// The machine-readable reason; empty where none was given.
  public String reason() {
    return reason;
  }

  /// What the server says.
  public String message() {
    return getMessage();
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }

  /// The server's `details`: name, kind, causes; empty where none were given.
  public Mapping details() {
    return details;
  }

  /// Whether the object, its namespace or its kind is not there.
  public boolean isNotFound() {
    return code == 404;
  }

  /// Whether someone else was first: another version, another owner of a field, another uid.
  public boolean isConflict() {
    return code == 409 && !isAlreadyExists();
  }

  /// Whether an object to be created is there already.
  public boolean isAlreadyExists() {
    return reason.equals("AlreadyExists");
  }

  /// Whether the object is not valid.
  public boolean isInvalid() {
    return code == 422;
  }

  /// Whether the user may not do this.
  public boolean isForbidden() {
    return code == 403;
  }

  /// Whether a resource version or a list's continuation is too old.
  public boolean isGone() {
    return code == 410 || reason.equals("Expired");
  }

  /// Whether the same request may succeed later without any change.
  public boolean isRetryable() {
    return code == 429 || code == 500 || code == 502 || code == 503 || code == 504;
  }
}
