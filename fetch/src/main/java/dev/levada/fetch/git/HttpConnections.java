package dev.levada.fetch.git;

import dev.levada.fetch.Credentials;
import dev.levada.fetch.tls.TlsManagers;
import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;

/// Opens the HTTP connections of one operation: sends credentials with the first request, and only
/// to the server they are meant for.
final class HttpConnections implements HttpConnectionFactory {

  private final URIish origin;
  private final String authorization;
  private final TlsManagers tls;
  private final HttpTrace trace;

  /// @param origin the server that credentials and client certificate are meant for
  /// @param credentials who we are
  /// @param tls whom to trust, and what to show
  /// @param trace notes what is seen
  HttpConnections(URIish origin, Credentials credentials, TlsManagers tls, HttpTrace trace) {
    this.origin = origin;
    this.authorization = authorization(credentials);
    this.tls = tls;
    this.trace = trace;
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    return create(url, Proxy.NO_PROXY);
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    var connection = new TracedConnection(url, proxy, trace);
    boolean ours = isOrigin(url);
    if (ours && !authorization.isEmpty()) {
      connection.setRequestProperty("Authorization", authorization);
    }
    if (url.getProtocol().equals("https") && !tls.isDefault()) {
      secure(connection, ours);
    }
    return connection;
  }

  private void secure(TracedConnection connection, boolean ours) throws IOException {
    try {
      connection.configure(ours ? tls.keys() : tls.noKeys(), tls.trust(), tls.random());
    } catch (GeneralSecurityException e) {
      throw new IOException("the TLS settings cannot be used: " + e.getMessage(), e);
    }
  }

  private boolean isOrigin(URL url) {
    return url.getProtocol().equals(origin.getScheme())
        && url.getHost().equalsIgnoreCase(origin.getHost())
        && port(url) == (origin.getPort() > 0 ? origin.getPort() : url.getDefaultPort());
  }

  private static int port(URL url) {
    return url.getPort() > 0 ? url.getPort() : url.getDefaultPort();
  }

  private static String authorization(Credentials credentials) {
    return switch (credentials) {
      case Credentials.None _, Credentials.SshKey _ -> "";
      case Credentials.Bearer(String token) -> "Bearer " + token;
      case Credentials.Basic(String username, String password) ->
          "Basic "
              + Base64.getEncoder()
                  .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    };
  }
}
