package dev.levada.cluster.access;

import dev.levada.cluster.config.ClusterConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Sends requests to one API server: bounded, measured, repeated where the server asks for it.
/// Clients that act for different users share it.
final class Transport implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final long LARGEST_BODY = 64L << 20;
  private static final long LARGEST_ITEM = 32L << 20;

  private final URI server;
  private final ClusterConfig.Endpoint endpoint;
  private final RequestMeter meter;
  private final Duration timeout;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Lanes calls = new Lanes(this::client);
  private final Lanes watches = new Lanes(this::client);
  private final AdaptiveLimit limit = new AdaptiveLimit(32, 4, 128);
  private final IdleGuard guard = new IdleGuard(Duration.ofSeconds(5));
  private final CountDownLatch closed = new CountDownLatch(1);

  /// @param server the address that paths are appended to
  /// @param endpoint trust, credentials and proxy
  /// @param meter counts the requests
  /// @param timeout the longest that an answer may take
  Transport(URI server, ClusterConfig.Endpoint endpoint, RequestMeter meter, Duration timeout) {
    this.server = server;
    this.endpoint = endpoint;
    this.meter = meter;
    this.timeout = timeout;
  }

  /// Sends a request and reads the answer whole.
  ///
  /// @throws ApiError where the server refuses it
  /// @throws ApiUnreachable where no usable answer comes
  Answer call(Call call) {
    try (Answer answer = good(call, new Way(calls, true, Answer.whole(LARGEST_BODY)))) {
      return answer;
    }
  }

  /// Sends a request whose answer the reader takes as it comes; it counts as under way until then.
  ///
  /// @throws ApiError where the server refuses it
  /// @throws ApiUnreachable where no usable answer comes
  <T> T list(Call call, Reader<T> reader) {
    return read(call, new Way(calls, true, Answer.streamed(LARGEST_BODY)), timeout, reader);
  }

  /// Sends a request whose answer never ends of itself; it does not count as under way.
  ///
  /// @param patience the longest time without a byte
  /// @throws ApiError where the server refuses it
  /// @throws ApiUnreachable where no usable answer comes
  <T> T watch(Call call, Duration patience, Reader<T> reader) {
    return read(call, new Way(watches, false, Answer.streamed(LARGEST_BODY)), patience, reader);
  }

  /// Waits until hardly any request is under way, but no longer than the patience lasts.
  void awaitQuiet(Duration patience) throws InterruptedException {
    limit.awaitQuiet(patience);
  }

  /// How a request travels.
  private record Way(Lanes lanes, boolean limited, HttpResponse.BodyHandler<Answer.Body> handler) {}

  /// Reads an answer as it comes.
  interface Reader<T> {

    /// Reads it to its end.
    ///
    /// @throws IOException where the stream breaks off
    T read(GuardedStream stream) throws IOException;
  }

  private <T> T read(Call call, Way way, Duration patience, Reader<T> reader) {
    try (Answer answer = good(call, way)) {
      if (!(answer.body() instanceof Answer.Body.Streamed(InputStream body))) {
        throw new ApiUnreachable(call.subject() + ": unexpected answer " + answer.code(), null);
      }
      try (var stream = new GuardedStream(body, LARGEST_ITEM, patience)) {
        guard.add(stream);
        try {
          return reader.read(stream);
        } finally {
          guard.remove(stream);
        }
      }
    } catch (IOException e) {
      throw e.getCause() instanceof InterruptedException || Thread.currentThread().isInterrupted()
          ? interrupted(call)
          : brokenOff(call, e);
    }
  }

  static ApiUnreachable brokenOff(Call call, Exception cause) {
    return new ApiUnreachable(
        call.subject() + ": the answer broke off (" + cause.getMessage() + ")", cause);
  }

  private Answer good(Call call, Way way) {
    for (int attempt = 1; ; attempt++) {
      String authorization = endpoint.credentials().authorization();
      Answer answer = reached(call, way, authorization);
      if (answer.isGood()) {
        return answer;
      }
      answer.close();
      if (answer.code() == 401 && attempt == 1 && endpoint.credentials().renew(authorization)) {
        continue;
      }
      Optional<Duration> pause = RetryRule.pause(answer.code(), answer.retryAfter(), attempt);
      if (pause.isEmpty()) {
        throw ApiError.of(answer.code(), answer.bytes());
      }
      rest(pause.get(), call);
    }
  }

  /// A connection can die while it is idle; the first request on it finds out and is sent again.
  private Answer reached(Call call, Way way, String authorization) {
    try {
      return send(call, way, authorization);
    } catch (IOException first) {
      if (!call.repeatable() || closed.getCount() == 0) {
        throw unreachable(call, first);
      }
      try {
        return send(call, way, authorization);
      } catch (IOException second) {
        second.addSuppressed(first);
        throw unreachable(call, second);
      }
    }
  }

  private Answer send(Call call, Way way, String authorization) throws IOException {
    Optional<AdaptiveLimit.Place> place =
        way.limited() ? Optional.of(enter(call)) : Optional.empty();
    Lanes.Lane lane = way.lanes().take();
    long begin = System.nanoTime();
    var left = new AtomicBoolean();
    Runnable release =
        () -> {
          if (left.compareAndSet(false, true)) {
            lane.leave();
            place.ifPresent(AdaptiveLimit.Place::leave);
          }
        };
    int code = 0;
    try {
      HttpResponse<Answer.Body> response = exchange(lane, call, way, authorization);
      code = response.statusCode();
      return new Answer(
          code, response.headers().firstValue("Retry-After").orElse(""), response.body(), release);
    } finally {
      if (code == 0) {
        release.run();
      }
      judge(place, code);
      meter.record(call.verb(), call.plural(), code, Duration.ofNanos(System.nanoTime() - begin));
    }
  }

  private static void judge(Optional<AdaptiveLimit.Place> place, int code) {
    if (code == 0 || code == 429 || code == 503 || code == 504) {
      place.ifPresent(AdaptiveLimit.Place::overloaded);
    } else {
      place.ifPresent(AdaptiveLimit.Place::good);
    }
  }

  private HttpResponse<Answer.Body> exchange(
      Lanes.Lane lane, Call call, Way way, String authorization) throws IOException {
    CompletableFuture<HttpResponse<Answer.Body>> coming =
        lane.client().sendAsync(request(call, authorization), way.handler());
    try {
      return coming.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (TimeoutException e) {
      coming.cancel(true);
      throw new IOException("no answer within " + timeout.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      coming.cancel(true);
      throw interrupted(call);
    }
  }

  private HttpRequest request(Call call, String authorization) {
    var request =
        HttpRequest.newBuilder(URI.create(server + call.path()))
            .setHeader("Accept", call.accept())
            .setHeader("User-Agent", "levada");
    if (!authorization.isEmpty()) {
      request.setHeader("Authorization", authorization);
    }
    if (!call.user().isEmpty()) {
      request.setHeader("Impersonate-User", call.user());
    }
    if (!call.contentType().isEmpty()) {
      request.setHeader("Content-Type", call.contentType());
    }
    var body =
        call.body().length == 0
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(call.body());
    return request.method(call.method(), body).build();
  }

  private AdaptiveLimit.Place enter(Call call) {
    try {
      return limit.enter();
    } catch (InterruptedException e) {
      throw interrupted(call);
    }
  }

  private void rest(Duration pause, Call call) {
    try {
      if (closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new ApiUnreachable(call.subject() + ": the client was closed", null);
      }
    } catch (InterruptedException e) {
      throw interrupted(call);
    }
  }

  private static CancellationException interrupted(Call call) {
    Thread.currentThread().interrupt();
    return new CancellationException(call.subject() + ": interrupted");
  }

  private ApiUnreachable unreachable(Call call, IOException cause) {
    Throwable root = cause;
    while (root.getMessage() == null && root.getCause() != null) {
      root = root.getCause();
    }
    String why = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return new ApiUnreachable(
        "API server " + server + " did not answer " + call.subject() + ": " + why, cause);
  }

  private HttpClient client() {
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_2)
            .sslContext(endpoint.tls())
            .sslParameters(CipherOrder.of(endpoint.tls()))
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(threads);
    if (!endpoint.proxy().isEmpty()) {
      URI proxy = URI.create(endpoint.proxy());
      client.proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort())));
    }
    return client.build();
  }

  @Override
  public void close() {
    closed.countDown();
    guard.close();
    watches.close();
    calls.close();
    threads.shutdownNow();
  }
}
