package dev.levada.core.image;

/// An image that a policy chose, as `status.latestRef` has it.
///
/// @param name the repository, such as `ghcr.io/org/app`
/// @param tag the tag
/// @param digest the digest; empty where it is not asked for
public record ChosenImage(String name, String tag, String digest) {

  /// No image yet.
  public static final ChosenImage NONE = new ChosenImage("", "", "");

  /// Whether there is none.
  public boolean isNone() {
    return name.isEmpty();
  }

  /// The condition's message once this image is chosen.
  ///
  /// @param previous what was chosen before; [#NONE] for nothing
  public String message(ChosenImage previous) {
    return "Latest image tag for "
        + name
        + " resolved to "
        + tag
        + (digest.isEmpty() ? "" : " with digest " + digest)
        + (previous.isNone() || previous.equals(this) ? "" : " (previously " + previous + ")");
  }

  /// `name:tag[@digest]`.
  @Override
  public String toString() {
    return name + ":" + tag + (digest.isEmpty() ? "" : "@" + digest);
  }
}
