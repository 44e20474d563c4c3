package dev.levada.fetch.oci;

import dev.levada.fetch.Credentials;
import dev.levada.fetch.http.WebSettings;

/// How a registry is reached.
///
/// @param credentials who we are
/// @param web certificates, proxy, time
/// @param insecure whether plain http will do where there is no https
public record OciAccess(Credentials credentials, WebSettings web, boolean insecure) {

  /// Nobody in particular, over https.
  public static OciAccess anonymous() {
    return new OciAccess(new Credentials.None(), WebSettings.standard(), false);
  }
}
