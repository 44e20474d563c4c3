package dev.levada.core.manifest;

/// Thrown by the quick reader at anything it leaves to the full one, wrong text included.
final class UnusualYaml extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// The only one there is: it has no stack trace, so it says nothing and costs nothing.
  @SuppressWarnings("StaticAssignmentOfThrowable")
  static final UnusualYaml INSTANCE = new UnusualYaml();

  private UnusualYaml() {
    super("left to the full reader", null, false, false);
  }
}
