package dev.levada.testbed.kubernetes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.levada.testbed.program.TestbedFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// Stands between a client and the API server and lets things go wrong by chance: it is asked too
/// often, it has a conflict, it breaks, it answers nobody, or it does what it was asked and the
/// answer is lost.
public final class FaultProxy implements AutoCloseable {

  private static final List<String> FORWARDED =
      List.of("Authorization", "Accept", "Content-Type", "Impersonate-User");
  private static final Set<String> CHANGING = Set.of("POST", "PATCH", "PUT");

  private final ControlPlane plane;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final HttpClient client;
  private final Random random;
  private final AtomicLong faults = new AtomicLong();
  private volatile double share;

  private FaultProxy(ControlPlane plane, long seed) throws IOException {
    this.plane = plane;
    this.random = new Random(seed);
    this.client =
        HttpClient.newBuilder()
            .sslContext(Connection.trusting(plane.authority()))
            .executor(threads)
            .build();
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /// Opens a proxy that does no harm yet.
  ///
  /// @param plane whose API server stands behind it
  /// @param seed decides what goes wrong
  public static FaultProxy open(ControlPlane plane, long seed) {
    try {
      return new FaultProxy(plane, seed);
    } catch (IOException e) {
      throw new TestbedFailure("The proxy cannot listen: " + e, "Look for a free port.", e);
    }
  }

  /// From now on this share of the requests goes wrong, between 0 and 1.
  public void harm(double newShare) {
    share = newShare;
  }

  /// How many requests have gone wrong so far.
  public long faults() {
    return faults.get();
  }

  /// The administrator's kubeconfig that leads through here.
  public Path kubeconfig() {
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    return plane.kubeconfigAt("kubeconfig-faulty-" + server.getAddress().getPort(), address);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Fault fault = draw(exchange);
      if (fault != Fault.NONE) {
        faults.incrementAndGet();
      }
      switch (fault) {
        case NONE -> pass(exchange, forward(exchange, body));
        case TOO_MANY -> {
          exchange.getResponseHeaders().set("Retry-After", "1");
          refuse(exchange, 429, "TooManyRequests");
        }
        case CONFLICT -> refuse(exchange, 409, "Conflict");
        case BROKEN -> refuse(exchange, 500, "InternalError");
        case TIMEOUT -> refuse(exchange, 504, "Timeout");
        case SILENT -> {} // closing without an answer breaks the connection off
        case LOST -> forward(exchange, body).body().close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private enum Fault {
    NONE,
    TOO_MANY,
    CONFLICT,
    BROKEN,
    TIMEOUT,
    SILENT,
    LOST
  }

  private synchronized Fault draw(HttpExchange exchange) {
    boolean watch = String.valueOf(exchange.getRequestURI().getQuery()).contains("watch=true");
    if (watch || random.nextDouble() >= share) {
      return Fault.NONE;
    }
    Fault fault = Fault.values()[1 + random.nextInt(Fault.values().length - 1)];
    boolean changes = CHANGING.contains(exchange.getRequestMethod());
    return changes || (fault != Fault.CONFLICT && fault != Fault.LOST) ? fault : Fault.BROKEN;
  }

  private HttpResponse<InputStream> forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(plane.server() + exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    for (String header : FORWARDED) {
      String value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.setHeader(header, value);
      }
    }
    return client.send(request.build(), BodyHandlers.ofInputStream());
  }

  private static void pass(HttpExchange exchange, HttpResponse<InputStream> answer)
      throws IOException {
    answer
        .headers()
        .firstValue("Content-Type")
        .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
    exchange.sendResponseHeaders(answer.statusCode(), 0);
    try (InputStream from = answer.body();
        OutputStream to = exchange.getResponseBody()) {
      byte[] buffer = new byte[16_384];
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        to.write(buffer, 0, read);
        to.flush();
      }
    }
  }

  private static void refuse(HttpExchange exchange, int code, String reason) throws IOException {
    byte[] status =
        String.format(
                Locale.ROOT,
                "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\","
                    + "\"message\":\"the proxy wants it so\",\"reason\":\"%s\",\"code\":%d}",
                reason,
                code)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, status.length);
    exchange.getResponseBody().write(status);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.shutdownNow();
  }
}
