package dev.levada.core.health;

/// The verdict on one object.
///
/// @param status how it does
/// @param message why, as the part of a sentence that follows the object's name
public record Health(Status status, String message) {

  /// The verdict on an object that the API server does not have.
  public static final Health NOT_FOUND = new Health(Status.NOT_FOUND, "does not exist");

  /// The object is what its spec asks for.
  public static Health current(String message) {
    return new Health(Status.CURRENT, message);
  }

  /// The object is on its way.
  public static Health inProgress(String message) {
    return new Health(Status.IN_PROGRESS, message);
  }

  /// The object failed, and waiting does not help.
  public static Health failed(String message) {
    return new Health(Status.FAILED, message);
  }

  /// `Status: message`, for logs and the command line.
  public String text() {
    return status.word() + ": " + message;
  }
}
