package dev.levada.testbed.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// Stands before a real server, passes on what it is not told to keep back, and keeps which
/// requests came.
public final class CountingFront implements AutoCloseable {

  private static final Set<String> NOT_PASSED =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "upgrade",
          "transfer-encoding",
          "http2-settings");

  /// What becomes of a request.
  public enum Fate {
    /// It is answered by the server.
    PASSED,
    /// The connection breaks before the server has heard of it.
    BROKEN_OFF,
    /// The server does what it is asked, and the connection breaks before the answer.
    ANSWER_LOST
  }

  private final String target;
  private final String dropped;
  private volatile Function<String, Fate> fates = request -> Fate.PASSED;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  /// @param target the real server's address without a slash at the end
  public CountingFront(String target) {
    this(target, "");
  }

  /// @param target the real server's address without a slash at the end
  /// @param dropped what the real server's paths do not begin with, though those asked for do
  public CountingFront(String target, String dropped) {
    this.target = target;
    this.dropped = dropped;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    server.setExecutor(threads);
    server.createContext("/", this::pass);
    server.start();
  }

  /// Host and port.
  public String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /// Method and path of every request so far.
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /// From now on a request, told by its method and path, has this fate. That is asked once the
  /// whole request has come.
  public void decide(Function<String, Fate> deciding) {
    fates = deciding;
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      byte[] body = exchange.getRequestBody().readAllBytes();
      Fate fate = fates.apply(asked);
      requests.add(asked);
      if (fate == Fate.BROKEN_OFF) {
        return; // closing without an answer breaks the connection off
      }
      var request =
          HttpRequest.newBuilder(URI.create(target + path(exchange.getRequestURI())))
              .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> {
            // The host goes with the connection; addresses in answers are then the real server's.
            if (passes(name) && !name.equalsIgnoreCase("host")) {
              values.forEach(value -> request.header(name, value));
            }
          });
      var response = client.send(request.build(), BodyHandlers.ofByteArray());
      if (fate == Fate.ANSWER_LOST) {
        return;
      }
      response
          .headers()
          .map()
          .forEach((name, values) -> {
            if (passes(name)) {
              exchange.getResponseHeaders().put(name, values);
            }
          });
      boolean bodiless = response.body().length == 0;
      exchange.sendResponseHeaders(response.statusCode(), bodiless ? -1 : response.body().length);
      if (!bodiless) {
        exchange.getResponseBody().write(response.body());
      }
    } catch (InterruptedException interrupted) {
      throw new IOException("the server closes", interrupted);
    }
  }

  /// Without scheme and host, which a client sends that takes this for a proxy.
  private String path(URI uri) {
    String path = uri.getRawPath();
    return (path.startsWith(dropped) ? path.substring(dropped.length()) : path)
        + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  private static boolean passes(String header) {
    return !header.startsWith(":") && !NOT_PASSED.contains(header.toLowerCase(Locale.ROOT));
  }

  @Override
  public void close() {
    server.stop(0);
    client.shutdownNow();
    threads.shutdownNow();
  }
}
