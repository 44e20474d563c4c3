package dev.levada.fetch.oci;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import java.util.regex.Pattern;

/// One image: a repository with a tag, a digest or both.
///
/// @param name the repository
/// @param tag the tag; empty where only the digest counts
/// @param digest the digest such as `sha256:…`; empty where the tag decides
public record ImageReference(ImageName name, String tag, String digest) {

  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

  /// Reads `name[:tag][@digest]`; the tag is `latest` where neither is given.
  ///
  /// @throws FailureException where it is none
  public static ImageReference parse(String text) {
    int at = text.indexOf('@');
    String digest = at < 0 ? "" : text.substring(at + 1);
    if (at >= 0 && !Digest.isOne(digest)) {
      throw invalid(text, "'" + digest + "' is no digest such as sha256:<64 hex digits>");
    }
    String rest = at < 0 ? text : text.substring(0, at);
    int colon = rest.lastIndexOf(':');
    if (colon <= rest.lastIndexOf('/')) {
      return new ImageReference(ImageName.parse(rest), at < 0 ? "latest" : "", digest);
    }
    String tag = rest.substring(colon + 1);
    if (!isTag(tag)) {
      throw invalid(text, "'" + tag + "' is no tag");
    }
    return new ImageReference(ImageName.parse(rest.substring(0, colon)), tag, digest);
  }

  /// Whether a text can be a tag.
  public static boolean isTag(String text) {
    return TAG.matcher(text).matches();
  }

  private static FailureException invalid(String text, String why) {
    return FailureException.stalled(
        Reason.IMAGE_URL_INVALID,
        "the image '" + text + "' cannot be used: " + why,
        "Write it as NAME:TAG, NAME@DIGEST or NAME:TAG@DIGEST");
  }

  /// What the registry is asked for: the digest, else the tag.
  String wanted() {
    return digest.isEmpty() ? tag : digest;
  }

  @Override
  public String toString() {
    return name + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
  }
}
