package dev.levada.testbed.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.levada.testbed.git.TestAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// Hands out the tokens that a registry with token authentication asks for: to everyone for pulling
/// from repositories below `public/`, else to who knows [Registry#USERNAME] and
/// [Registry#PASSWORD].
public final class TokenServer implements AutoCloseable {

  static final String SERVICE = "levada-registry";
  static final String ISSUER = "levada-tokens";

  private static final Pattern SCOPE = Pattern.compile("(repository):([^:]+):([a-z,*]+)");
  private static final Base64.Encoder URL64 = Base64.getUrlEncoder().withoutPadding();

  private final TestAuthority authority = new TestAuthority("tokens");
  private final TestAuthority.Pem signer = authority.client("signer");
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /// Starts the server.
  public TokenServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    server.createContext("/token", this::answer);
    server.start();
  }

  /// Where tokens are asked for.
  public String realm() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
  }

  /// The queries of the requests so far.
  public List<String> requests() {
    return List.copyOf(requests);
  }

  String authority() {
    return authority.certificate();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String query =
          URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
      requests.add(query);
      String shown = exchange.getRequestHeaders().getFirst("Authorization");
      boolean known = basic().equals(shown);
      if (shown != null && !known) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      byte[] body =
          "{\"token\":\"%s\",\"expires_in\":300}"
              .formatted(token(query, known))
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String basic() {
    String pair = Registry.USERNAME + ":" + Registry.PASSWORD;
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private String token(String query, boolean known) {
    var granted = new ArrayList<String>();
    var scope = SCOPE.matcher(query);
    while (scope.find()) {
      String actions = known ? scope.group(3) : scope.group(2).startsWith("public/") ? "pull" : "";
      if (!actions.isEmpty()) {
        granted.add(
            "{\"type\":\"repository\",\"name\":\"%s\",\"actions\":[\"%s\"]}"
                .formatted(scope.group(2), actions.replace(",", "\",\"")));
      }
    }
    long now = Instant.now().getEpochSecond();
    String certificate = signer.certificate().replaceAll("-----[A-Z ]+-----|\\s", "");
    return signed(
        "{\"typ\":\"JWT\",\"alg\":\"ES256\",\"x5c\":[\"%s\"]}".formatted(certificate),
        "{\"iss\":\"%s\",\"sub\":\"\",\"aud\":\"%s\",\"exp\":%d,\"nbf\":%d,\"iat\":%d,\"jti\":\"%d\",\"access\":[%s]}"
            .formatted(
                ISSUER,
                SERVICE,
                now + 300,
                now - 10,
                now,
                requests.size(),
                String.join(",", granted)));
  }

  private String signed(String header, String claims) {
    String content =
        URL64.encodeToString(header.getBytes(StandardCharsets.UTF_8))
            + "."
            + URL64.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    try {
      byte[] key = Base64.getDecoder().decode(signer.key().replaceAll("-----[A-Z ]+-----|\\s", ""));
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)));
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + URL64.encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java platform signs with elliptic curves", impossible);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
