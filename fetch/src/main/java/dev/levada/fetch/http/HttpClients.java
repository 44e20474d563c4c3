package dev.levada.fetch.http;

import dev.levada.fetch.tls.TlsManagers;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// Makes the JDK's clients from settings.
final class HttpClients {

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(30);

  private HttpClients() {}

  static HttpClient create(WebSettings settings) {
    Duration timeout = settings.timeout();
    var builder =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT);
    settings
        .proxy()
        .ifPresent(proxy ->
            builder.proxy(
                ProxySelector.of(InetSocketAddress.createUnresolved(proxy.host(), proxy.port()))));
    TlsManagers tls = TlsManagers.of(settings.tls());
    if (!tls.isDefault()) {
      builder.sslContext(context(tls));
    }
    return builder.build();
  }

  private static SSLContext context(TlsManagers tls) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(tls.keys(), tls.trust(), tls.random());
      return context;
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has TLS", e);
    }
  }

  static Optional<String> proxyAuthorization(WebSettings settings) {
    return settings
        .proxy()
        .filter(proxy -> !proxy.username().isEmpty())
        .map(proxy -> proxy.username() + ":" + proxy.password())
        .map(pair ->
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }
}
