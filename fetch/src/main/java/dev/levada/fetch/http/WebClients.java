package dev.levada.fetch.http;

import dev.levada.fetch.TlsMaterial;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// Shares clients between callers that reach servers in the same way, so that connections are kept.
/// Only the clients used last stay.
public final class WebClients implements AutoCloseable {

  private static final int MOST = 64;

  private final Map<String, WebClient> clients = new LinkedHashMap<>(16, 0.75f, true);

  /// The client for some settings.
  public synchronized WebClient get(WebSettings settings) {
    String key = key(settings);
    WebClient known = clients.get(key);
    if (known != null) {
      return known;
    }
    if (clients.size() >= MOST) {
      String oldest = clients.keySet().iterator().next();
      WebClient left = clients.remove(oldest);
      if (left != null) {
        left.retire();
      }
    }
    var made = new WebClient(settings);
    clients.put(key, made);
    return made;
  }

  private static String key(WebSettings settings) {
    TlsMaterial tls = settings.tls();
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : new byte[][] {tls.certificate(), tls.key(), tls.authorities()}) {
        digest.update(Integer.toString(part.length).getBytes(StandardCharsets.US_ASCII));
        digest.update(part);
      }
      settings
          .proxy()
          .map(proxy ->
              String.join(
                  "\0",
                  proxy.host(),
                  Integer.toString(proxy.port()),
                  proxy.username(),
                  proxy.password()))
          .ifPresent(proxy -> digest.update(proxy.getBytes(StandardCharsets.UTF_8)));
      return settings.timeout() + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  @Override
  public synchronized void close() {
    clients.values().forEach(WebClient::close);
    clients.clear();
  }
}
