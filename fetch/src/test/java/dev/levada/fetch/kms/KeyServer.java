package dev.levada.fetch.kms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;

/// A server on the loopback that answers as a key service does.
final class KeyServer implements AutoCloseable {

  private final HttpServer server;

  /// @param answer the answer's JSON for a request and its body; empty for a refusal
  KeyServer(BiFunction<HttpExchange, String, String> answer) {
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] json = answer.apply(exchange, body).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              json.length == 0 ? 403 : 200, json.length == 0 ? -1 : json.length);
          exchange.getResponseBody().write(json);
          exchange.close();
        });
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
