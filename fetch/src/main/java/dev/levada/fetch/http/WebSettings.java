package dev.levada.fetch.http;

import dev.levada.fetch.TlsMaterial;
import java.time.Duration;
import java.util.Optional;

/// How a server is reached.
///
/// @param tls what to bring to TLS
/// @param proxy the proxy that requests go through
/// @param timeout how long one request may take
public record WebSettings(TlsMaterial tls, Optional<ProxySettings> proxy, Duration timeout) {

  /// The platform's authorities, no proxy, and 60 seconds.
  public static WebSettings standard() {
    return new WebSettings(TlsMaterial.none(), Optional.empty(), Duration.ofSeconds(60));
  }
}
