package dev.levada.operator.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves what a cluster asks a process: `/metrics` at one address; `/healthz` and `/readyz` at
/// another. Each request is answered on a virtual thread.
public final class Endpoints implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int BACKLOG = 64;

  private static final class Answer {
    private final int code;
    private final String contentType;
    private final byte[] body;

    Answer(int code, String contentType, byte[] body) {
      this.code = code;
      this.contentType = contentType;
      this.body = body;
    }

    static Answer text(int code, String text) {
      return new Answer(code, TEXT, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer metrics;
  private final HttpServer health;

  /// Opens both addresses.
  ///
  /// @param metricsAddress where metrics are served (`:8080`, `127.0.0.1:0` for any free port)
  /// @param scrape makes the metrics
  /// @param healthAddress where health is served
  /// @param alive named checks whether the process works; a failing one gets it restarted
  /// @param ready named checks whether it can do its work now
  /// @throws IOException where an address is taken or not ours; the message names it
  public Endpoints(
      String metricsAddress,
      Supplier<byte[]> scrape,
      String healthAddress,
      Map<String, BooleanSupplier> alive,
      Map<String, BooleanSupplier> ready)
      throws IOException {
    metrics = bind(metricsAddress);
    try {
      health = bind(healthAddress);
    } catch (IOException e) {
      metrics.stop(0);
      throw e;
    }
    serve(metrics, "/metrics", () -> new Answer(200, Meters.CONTENT_TYPE, scrape.get()));
    serve(health, "/healthz", () -> verdict(alive));
    serve(health, "/readyz", () -> verdict(ready));
    for (HttpServer server : List.of(metrics, health)) {
      server.setExecutor(threads);
      server.start();
    }
  }

  /// The port at which metrics are served.
  public int metricsPort() {
    return metrics.getAddress().getPort();
  }

  /// The port at which health is served.
  public int healthPort() {
    return health.getAddress().getPort();
  }

  /// Serves nothing any more.
  @Override
  public void close() {
    metrics.stop(0);
    health.stop(0);
    threads.shutdownNow();
  }

  private static HttpServer bind(String address) throws IOException {
    InetSocketAddress socket = ListenAddress.of(address);
    try {
      return HttpServer.create(socket, BACKLOG);
    } catch (IOException e) {
      throw new IOException(
          "cannot listen on " + address + ": " + e.getMessage() + ". Choose another address.", e);
    }
  }

  private static void serve(HttpServer server, String path, Supplier<Answer> answer) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            send(exchange, answer(exchange, path, answer));
          }
        });
  }

  private static Answer answer(HttpExchange exchange, String path, Supplier<Answer> answer) {
    if (!exchange.getRequestURI().getPath().equals(path)) {
      return Answer.text(404, "not found");
    }
    return switch (exchange.getRequestMethod()) {
      case "GET", "HEAD" -> guarded(path, answer);
      default -> Answer.text(405, "only GET is answered here");
    };
  }

  private static Answer guarded(String path, Supplier<Answer> answer) {
    try {
      return answer.get();
    } catch (RuntimeException bug) {
      LOG.atError().setCause(bug).addKeyValue("path", path).log("no answer could be made");
      return Answer.text(500, "no answer could be made; the log says why");
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answer.contentType);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(answer.code, -1);
      return;
    }
    exchange.sendResponseHeaders(answer.code, answer.body.length);
    exchange.getResponseBody().write(answer.body);
  }

  private static Answer verdict(Map<String, BooleanSupplier> checks) {
    List<String> failing =
        checks.entrySet().stream()
            .filter(check -> !check.getValue().getAsBoolean())
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return failing.isEmpty()
        ? Answer.text(200, "ok")
        : Answer.text(503, "failing: " + String.join(", ", failing));
  }
}
