package dev.levada.fetch.git;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.URIish;

/// A repository's address that was found to be usable.
///
/// @param uri the address without credentials; for ssh with the user
record GitAddress(URIish uri) {

  private static final Pattern USER_INFO = Pattern.compile("^([a-zA-Z0-9+.-]*://)[^/?#]*@");

  /// Reads an address as `spec.url` gives it.
  static GitAddress parse(String url) {
    if (!url.matches("(?s)(http|https|ssh)://.*")) {
      throw invalid(url, "it does not begin with http://, https:// or ssh://");
    }
    try {
      URI plain = new URI(withoutCredentials(url));
      if (plain.getHost() == null) {
        throw invalid(url, "it names no host");
      }
      URIish uri = new URIish(withoutCredentials(url));
      return new GitAddress(plain.getScheme().equals("ssh") ? uri.setUser(sshUser(url)) : uri);
    } catch (URISyntaxException e) {
      throw invalid(url, e.getReason());
    }
  }

  /// The address without user and password, for messages and logs.
  static String withoutCredentials(String url) {
    return USER_INFO.matcher(url).replaceFirst("$1");
  }

  /// Whether the address is one for SSH.
  boolean isSsh() {
    return "ssh".equals(uri.getScheme());
  }

  private static String sshUser(String url) {
    int start = url.indexOf("://") + 3;
    int end = url.length() - withoutCredentials(url).length() + start - 1;
    String user = end <= start ? "" : url.substring(start, end).split(":", 2)[0];
    return user.isEmpty() ? "git" : user;
  }

  private static FailureException invalid(String url, String why) {
    return FailureException.stalled(
        Reason.URL_INVALID,
        "the address '" + withoutCredentials(url) + "' cannot be used for Git: " + why,
        "Write spec.url as https://host/path or ssh://user@host/path");
  }

  @Override
  public String toString() {
    return uri.setUser(null).setPass(null).toString();
  }
}
