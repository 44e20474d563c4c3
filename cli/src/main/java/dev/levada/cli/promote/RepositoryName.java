package dev.levada.cli.promote;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A repository, whichever way its address is written: over https or ssh, with or without a user, a
/// port or `.git`.
///
/// @param host the host's name
/// @param path the path there, without slashes around it
record RepositoryName(String host, String path) {

  private static final Pattern ADDRESS =
      Pattern.compile("(?:[a-z+]+://)?(?:[^/@]*@)?(\\[[^\\]]+]|[^/:]+)(?::[0-9]+(?=/))?[:/](.*)");

  /// Reads an address; what is none is a name of its own.
  static RepositoryName of(String address) {
    Matcher parts = ADDRESS.matcher(address.strip());
    if (!parts.matches()) {
      return new RepositoryName("", address.strip());
    }
    String path = parts.group(2).replaceAll("/+$", "").replaceAll("^/+", "");
    return new RepositoryName(
        parts.group(1).toLowerCase(Locale.ROOT),
        path.endsWith(".git") ? path.substring(0, path.length() - 4) : path);
  }
}
