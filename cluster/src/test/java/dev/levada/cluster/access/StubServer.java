package dev.levada.cluster.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.levada.cluster.config.ClusterConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server that answers as a test tells it to: with what no real API server can be made to do.
final class StubServer implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  /// What the server does with a request.
  interface Behaviour {

    /// Answers it.
    ///
    /// @throws IOException where the client has gone
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  StubServer(Behaviour behaviour) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            behaviour.answer(exchange);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  static void send(HttpExchange exchange, int code, String body) throws IOException {
    byte[] bytes = Types.bytes(body);
    exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /// A cluster's description with a token in a file, `first` to begin with.
  ClusterConfig config(Path folder) throws IOException {
    Files.writeString(folder.resolve("token"), "first");
    Path kubeconfig =
        Files.writeString(
            folder.resolve("config"),
            """
            apiVersion: v1
            kind: Config
            current-context: here
            contexts: [{name: here, context: {cluster: stub, user: me, namespace: shop}}]
            clusters: [{name: stub, cluster: {server: "http://127.0.0.1:%d/prefix/"}}]
            users: [{name: me, user: {tokenFile: token}}]
            """
                .formatted(server.getAddress().getPort()));
    return ClusterConfig.load(Optional.of(kubeconfig));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
