package dev.levada.core.plan;

/// Whether the API server refused a change that deleting and making the object anew would get
/// through. flux-api.md §2.3: any conflict and any invalid object counts, not immutable fields
/// alone.
public final class ImmutableRefusal {

  private static final int CONFLICT = 409;
  private static final int INVALID = 422;

  private ImmutableRefusal() {}

  /// Whether an API error is such a refusal.
  ///
  /// @param code the HTTP status
  /// @param reason the API error's `reason`, such as `Invalid`; empty where it has none
  /// @param message the API error's `message`
  public static boolean is(int code, String reason, String message) {
    boolean conflict = reason.equals("Conflict") || (reason.isEmpty() && code == CONFLICT);
    return conflict
        || reason.equals("Invalid")
        || code == INVALID
        || message.contains("is immutable")
        || message.contains("immutable field");
  }
}
