package dev.levada.testbed.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// The real `git http-backend` behind an HTTP server on the loopback address: fetch and push over
/// the smart protocol, with or without authentication and TLS, and with faults that can be switched
/// while it runs.
public final class GitHttpServer implements AutoCloseable {

  private static final byte[] NOISE =
      "<html>this is not git</html>\n".getBytes(StandardCharsets.UTF_8);

  private final GitBackend backend;
  private final Access access;
  private final Optional<ServerTls> tls;
  private final AtomicReference<Fault> fault = new AtomicReference<>(new Fault.None());
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicReference<@Nullable HttpServer> server = new AtomicReference<>();
  private final int port;

  /// Starts a server.
  ///
  /// @param root the folder that holds the repositories
  /// @param access whom to let in
  /// @param tls the server's certificate; plain http where absent
  public GitHttpServer(Path root, Access access, Optional<ServerTls> tls) {
    this.backend = new GitBackend(root);
    this.access = access;
    this.tls = tls;
    this.port = listen(0);
  }

  /// Starts a server for plain http that lets everyone in.
  public static GitHttpServer open(Path root) {
    return new GitHttpServer(root, new Access.Open(), Optional.empty());
  }

  /// The address of a repository.
  ///
  /// @param repository its path below the root, such as `shop.git`
  public String url(String repository) {
    return base() + "/" + repository;
  }

  /// The server's address without a slash at the end.
  public String base() {
    return (tls.isPresent() ? "https" : "http") + "://127.0.0.1:" + port;
  }

  /// Every request so far, as `GET /shop.git/info/refs?service=git-upload-pack`.
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /// Switches what goes wrong from now on.
  public synchronized void fault(Fault next) {
    Fault last = fault.getAndSet(next);
    if (next instanceof Fault.Down) {
      stop();
    } else if (last instanceof Fault.Down) {
      listen(port);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    stop();
    threads.shutdownNow();
  }

  private void stop() {
    HttpServer running = server.getAndSet(null);
    if (running != null) {
      running.stop(0);
    }
  }

  private int listen(int wanted) {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted);
    try {
      HttpServer fresh =
          tls.isPresent() ? secure(address, tls.get()) : HttpServer.create(address, 0);
      fresh.setExecutor(threads);
      fresh.createContext("/", this::handle);
      fresh.start();
      server.set(fresh);
      return fresh.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpServer secure(InetSocketAddress address, ServerTls tls) throws IOException {
    HttpsServer server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls.context()) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters defaults = getSSLContext().getDefaultSSLParameters();
            defaults.setNeedClientAuth(tls.clientCertificateNeeded());
            parameters.setSSLParameters(defaults);
          }
        });
    return server;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      switch (fault.get()) {
        case Fault.None _, Fault.Down _ -> answer(exchange);
        case Fault.Slow _ -> awaitClose();
        case Fault.Trickle(var pause) -> trickle(exchange, pause.toNanos());
        case Fault.Garbage _ -> garbage(exchange);
        case Fault.Status(int code) -> exchange.sendResponseHeaders(code, -1);
        case Fault.Redirect(String base) -> redirect(exchange, base);
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String needed = access.header();
    if (!needed.isEmpty()
        && !needed.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
      exchange.sendResponseHeaders(401, -1);
      return;
    }
    backend.answer(exchange);
  }

  private void awaitClose() throws IOException {
    try {
      closed.await();
    } catch (InterruptedException e) {
      throw new IOException("the server closes", e);
    }
  }

  private void trickle(HttpExchange exchange, long pauseNanos) throws IOException {
    type(exchange);
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (byte b :
          "001e# service=git-upload-pack\n0000".repeat(1000).getBytes(StandardCharsets.UTF_8)) {
        out.write(b);
        out.flush();
        if (closed.await(pauseNanos, TimeUnit.NANOSECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      throw new IOException("the server closes", e);
    }
  }

  private static void garbage(HttpExchange exchange) throws IOException {
    type(exchange);
    exchange.sendResponseHeaders(200, NOISE.length);
    exchange.getResponseBody().write(NOISE);
  }

  private static void type(HttpExchange exchange) {
    exchange
        .getResponseHeaders()
        .add("Content-Type", "application/x-git-upload-pack-advertisement");
  }

  private static void redirect(HttpExchange exchange, String base) throws IOException {
    exchange.getResponseHeaders().add("Location", base + exchange.getRequestURI());
    exchange.sendResponseHeaders(302, -1);
  }
}
