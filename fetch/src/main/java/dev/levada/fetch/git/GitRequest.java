package dev.levada.fetch.git;

import dev.levada.fetch.Credentials;
import dev.levada.fetch.TlsMaterial;
import java.time.Duration;

/// What to ask a Git server for, and how.
///
/// @param url an address that begins with `http://`, `https://` or `ssh://`
/// @param ref what is wanted of the repository
/// @param credentials who we are
/// @param tls what to bring to TLS
/// @param timeout how long the whole operation may take
public record GitRequest(
    String url, GitRef ref, Credentials credentials, TlsMaterial tls, Duration timeout) {

  @Override
  public String toString() {
    return "GitRequest[" + ref.describe() + " of " + GitAddress.withoutCredentials(url) + "]";
  }
}
