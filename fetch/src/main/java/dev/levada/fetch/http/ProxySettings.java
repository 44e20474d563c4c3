package dev.levada.fetch.http;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A proxy that requests go through. The text form never shows the password.
///
/// @param host its host
/// @param port its port
/// @param username who we are; empty where it asks nobody
/// @param password the password
public record ProxySettings(String host, int port, String username, String password) {

  private static final int LONGEST = 2048;

  /// Reads a proxy from the data of a Secret: `address`, and perhaps `username` and `password`.
  ///
  /// @throws FailureException where there is no address that can be used
  public static ProxySettings of(Map<String, byte[]> data) {
    String address = text(data, "address");
    if (address.isEmpty() || address.length() > LONGEST) {
      throw invalid("the Secret of the proxy has no key 'address' that can be used");
    }
    try {
      URI uri = new URI(address);
      check(uri);
      return new ProxySettings(
          uri.getHost(),
          uri.getPort() < 0 ? 80 : uri.getPort(),
          text(data, "username"),
          text(data, "password"));
    } catch (URISyntaxException broken) {
      throw invalid("the proxy's address is none: " + broken.getReason());
    }
  }

  private static void check(URI uri) {
    String scheme = String.valueOf(uri.getScheme());
    if (!scheme.equals("http")) {
      throw invalid(
          "the proxy's address begins with "
              + scheme
              + "://, which Levada cannot speak to a proxy");
    }
    if (uri.getHost() == null) {
      throw invalid("the proxy's address names no host");
    }
  }

  private static String text(Map<String, byte[]> data, String key) {
    return new String(data.getOrDefault(key, new byte[0]), StandardCharsets.UTF_8).strip();
  }

  private static FailureException invalid(String message) {
    return FailureException.retrying(
        Reason.AUTHENTICATION_FAILED,
        message,
        "Put http://HOST:PORT under 'address' of the Secret in spec.proxySecretRef");
  }

  @Override
  public String toString() {
    return "ProxySettings[" + host + ":" + port + "]";
  }
}
