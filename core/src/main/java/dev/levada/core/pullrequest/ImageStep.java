package dev.levada.core.pullrequest;

import dev.levada.core.edit.Change;
import dev.levada.core.semver.Version;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// One image's way from what stood in a repository to what is to stand there.
///
/// @param oldTag the tag, or the digest where there was no tag; empty where nothing stood there
/// @param newTag the same of the new image
public record ImageStep(String oldTag, String newTag) {

  private static final Pattern DIGEST = Pattern.compile("sha(256|512):[0-9a-f]*");

  /// How far a version moves.
  public enum Size {
    MAJOR,
    MINOR,
    PATCH,
    PRERELEASE,
    /// To an older version.
    DOWNGRADE,
    /// The same version, or no versions.
    NONE;

    /// The word for it.
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The step that a changed value makes, whichever part of the image it holds.
  public static ImageStep of(Change change) {
    return new ImageStep(version(change.oldValue()), version(change.newValue()));
  }

  /// How far it goes, by semantic versioning.
  public Size size() {
    Optional<Version> from = Version.parse(oldTag);
    Optional<Version> to = Version.parse(newTag);
    return from.isEmpty() || to.isEmpty() ? Size.NONE : size(from.get(), to.get());
  }

  private static Size size(Version from, Version to) {
    int order = from.compareTo(to);
    if (order >= 0) {
      return order == 0 ? Size.NONE : Size.DOWNGRADE;
    }
    if (from.major() != to.major()) {
      return Size.MAJOR;
    }
    if (from.minor() != to.minor()) {
      return Size.MINOR;
    }
    return from.patch() == to.patch() ? Size.PRERELEASE : Size.PATCH;
  }

  /// The tag of `name:tag@digest`, and of a tag alone; of a digest alone the digest.
  private static String version(String value) {
    int at = value.indexOf('@');
    String tagged = at < 0 ? value : value.substring(0, at);
    int colon = tagged.lastIndexOf(':');
    if (DIGEST.matcher(tagged).matches() || (colon < 0 && tagged.indexOf('/') < 0)) {
      return tagged;
    }
    String digest = at < 0 ? "" : value.substring(at + 1);
    return colon > tagged.lastIndexOf('/') ? tagged.substring(colon + 1) : digest;
  }
}
