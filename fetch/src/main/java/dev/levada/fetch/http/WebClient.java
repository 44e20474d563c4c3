package dev.levada.fetch.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Sends requests in one way of reaching servers. Redirects are followed by hand: credentials go to
/// the server they were meant for and to no other.
public final class WebClient implements AutoCloseable {

  private static final int MOST_REDIRECTS = 10;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<String> SECRET = Set.of("authorization", "cookie", "private-token");

  private final HttpClient client;
  private final WebSettings settings;

  /// @param settings how servers are reached
  public WebClient(WebSettings settings) {
    this.settings = settings;
    this.client = HttpClients.create(settings);
  }

  /// Sends a request and reads the whole answer.
  ///
  /// @throws WebFailure where there is none
  public WebResponse send(WebRequest request) throws WebFailure {
    return within(settings.timeout(), request.uri(), () -> exchange(request, null));
  }

  /// Sends a request and reads the whole answer, for which it waits no longer than a limit.
  ///
  /// @throws WebFailure where there is none
  public WebResponse send(WebRequest request, Duration limit) throws WebFailure {
    Duration timeout = settings.timeout();
    return within(
        limit.compareTo(timeout) < 0 ? limit : timeout,
        request.uri(),
        () -> exchange(request, null));
  }

  /// Sends a request; the body of a good answer goes to a stream, that of another one is kept.
  ///
  /// @throws WebFailure where there is no answer
  public WebResponse send(WebRequest request, OutputStream body) throws WebFailure {
    return within(settings.timeout(), request.uri(), () -> exchange(request, body));
  }

  private WebResponse exchange(WebRequest request, @Nullable OutputStream body)
      throws IOException, InterruptedException {
    WebRequest next = request;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      HttpResponse<InputStream> response =
          client.send(prepare(next), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        if (!isRedirect(response)) {
          return new BoundedBody(next, body).read(response, in);
        }
      }
      next = redirected(next, response);
    }
    throw new WebFailure(
        WebFailure.Kind.REDIRECT, "the server sends us on more than " + MOST_REDIRECTS + " times");
  }

  private HttpRequest prepare(WebRequest request) {
    var builder =
        HttpRequest.newBuilder(request.uri())
            .timeout(settings.timeout())
            .method(
                request.method(),
                request.body().length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(request.body()));
    if (request.uri().getScheme().equals("http")) {
      builder.version(HttpClient.Version.HTTP_1_1);
    }
    request.headers().forEach(builder::header);
    HttpClients.proxyAuthorization(settings)
        .ifPresent(value -> builder.header("Proxy-Authorization", value));
    return builder.build();
  }

  private static boolean isRedirect(HttpResponse<InputStream> response) {
    return REDIRECTS.contains(response.statusCode())
        && response.headers().firstValue("Location").isPresent();
  }

  private static WebRequest redirected(WebRequest request, HttpResponse<InputStream> response)
      throws WebFailure {
    String location = response.headers().firstValue("Location").orElse("");
    URI target;
    try {
      target = request.uri().resolve(location);
    } catch (IllegalArgumentException broken) {
      throw new WebFailure(
          WebFailure.Kind.REDIRECT, "the server sends us to something that is no address", broken);
    }
    String scheme = String.valueOf(target.getScheme());
    boolean downgrade = request.uri().getScheme().equals("https") && scheme.equals("http");
    if (target.getHost() == null || downgrade || !scheme.matches("https?")) {
      throw new WebFailure(
          WebFailure.Kind.REDIRECT,
          "the server sends us to " + scheme + "://" + target.getHost() + ", where we do not go");
    }
    boolean toGet =
        response.statusCode() == 303
            || (response.statusCode() < 303 && request.method().equals("POST"));
    return follow(request, target, toGet);
  }

  private static WebRequest follow(WebRequest request, URI target, boolean toGet) {
    var headers = new LinkedHashMap<>(request.headers());
    if (!sameOrigin(request.uri(), target)) {
      headers.keySet().removeIf(name -> SECRET.contains(name.toLowerCase(Locale.ROOT)));
    }
    if (toGet) {
      headers.remove("Content-Type");
    }
    return new WebRequest(
        toGet ? "GET" : request.method(),
        target,
        headers,
        toGet ? new byte[0] : request.body(),
        request.limit());
  }

  /// Whether two addresses are of the same server.
  public static boolean sameOrigin(URI one, URI other) {
    return one.getScheme().equalsIgnoreCase(other.getScheme())
        && String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
  }

  private interface Exchange {
    WebResponse run() throws IOException, InterruptedException;
  }

  /// The client's own timeout ends with the headers; this one covers the body too.
  private static WebResponse within(Duration limit, URI uri, Exchange exchange) throws WebFailure {
    var done = new CompletableFuture<WebResponse>();
    Thread thread =
        Thread.ofVirtual()
            .name("http " + uri.getHost())
            .start(() -> {
              try {
                done.complete(exchange.run());
              } catch (IOException | InterruptedException | RuntimeException e) {
                done.completeExceptionally(e);
              }
            });
    try {
      return done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      thread.interrupt();
      throw new WebFailure(
          WebFailure.Kind.TIMED_OUT,
          "there was no whole answer within " + limit.toMillis() / 1000.0 + " s",
          late);
    } catch (InterruptedException stopped) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new WebFailure(WebFailure.Kind.INTERRUPTED, "it was interrupted", stopped);
    } catch (ExecutionException failed) {
      throw WebFailures.of(failed.getCause(), limit);
    }
  }

  /// Ends the client once what is on its way has ended.
  void retire() {
    client.shutdown();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
