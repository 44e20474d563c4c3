package dev.levada.cluster.access;

import static dev.levada.cluster.access.Types.CONFIG_MAP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.levada.cluster.config.ClusterConfig;
import dev.levada.cluster.config.RenewedToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a client does where the server, or the way to it, is in trouble.
class KubeClientTest {

  private static final String OBJECT =
      "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\"}}";

  @TempDir private Path folder;

  private final List<Integer> codes = new CopyOnWriteArrayList<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();

  private KubeClient connect(StubServer server, Duration timeout) throws IOException {
    return KubeClient.connect(
        server.config(folder), (verb, plural, code, duration) -> codes.add(code), timeout);
  }

  private KubeClient connect(StubServer server) throws IOException {
    return connect(server, Duration.ofSeconds(20));
  }

  @Test
  void aServerThatAsksForPatienceGetsTheRequestAgain() throws IOException {
    try (var server =
            new StubServer(exchange -> {
              seen.add(exchange.getRequestURI().toString());
              exchange.getResponseHeaders().set("Retry-After", "0");
              StubServer.send(exchange, seen.size() < 3 ? 429 : 200, OBJECT);
            });
        KubeClient client = connect(server)) {

      assertThat(client.get(CONFIG_MAP, "shop", "a").name()).isEqualTo("a");
      assertThat(codes).containsExactly(429, 429, 200);
      assertThat(seen).containsOnly("/prefix/api/v1/namespaces/shop/configmaps/a");
    }
  }

  @Test
  void patienceHasAnEnd() throws IOException {
    try (var server =
            new StubServer(exchange -> {
              exchange.getResponseHeaders().set("Retry-After", "0");
              StubServer.send(exchange, 503, "overloaded");
            });
        KubeClient client = connect(server)) {

      ApiError error =
          catchThrowableOfType(ApiError.class, () -> client.get(CONFIG_MAP, "shop", "a"));

      assertThat(error.isRetryable()).isTrue();
      assertThat(error).hasMessage("the API server answered 503: overloaded");
      assertThat(codes).containsExactly(503, 503, 503, 503, 503);
    }
  }

  @Test
  void aRejectedTokenIsNeverShown() throws IOException {
    try (var server =
            new StubServer(exchange -> {
              seen.add(exchange.getRequestHeaders().getFirst("Authorization"));
              StubServer.send(exchange, 401, "Unauthorized");
            });
        KubeClient client = connect(server)) {

      assertThatThrownBy(() -> client.get(CONFIG_MAP, "shop", "a"))
          .isInstanceOf(ApiError.class)
          .hasMessageNotContaining("first");
      assertThat(seen).containsExactly("Bearer first");
    }
  }

  @Test
  void aTokenThatWasReplacedIsReadAgainBeforeTheCallerHearsOfIt() throws IOException {
    var ticks = new AtomicLong();
    var tokens = new ArrayDeque<>(List.of("second"));
    try (var server =
        new StubServer(exchange -> {
          boolean known =
              "Bearer second".equals(exchange.getRequestHeaders().getFirst("Authorization"));
          StubServer.send(exchange, known ? 200 : 401, OBJECT);
        })) {
      var token =
          new RenewedToken(
              "first",
              tokens::pop,
              Duration.ofDays(1),
              () -> ticks.addAndGet(Duration.ofMinutes(1).toNanos()));
      var endpoint = new ClusterConfig.Endpoint(server.config(folder).endpoint().tls(), token, "");
      try (var transport =
          new Transport(
              server.config(folder).server(),
              endpoint,
              (verb, plural, code, duration) -> codes.add(code),
              Duration.ofSeconds(20))) {

        transport.call(Call.get("get", "", "/version", ""));

        assertThat(codes).containsExactly(401, 200);
      }
    }
  }

  @Test
  void aServerThatDoesNotAnswerInTimeIsUnreachable() throws IOException {
    var done = new CountDownLatch(1);
    try (var server = new StubServer(exchange -> done.await());
        KubeClient client = connect(server, Duration.ofMillis(200))) {

      assertThatThrownBy(() -> client.get(CONFIG_MAP, "shop", "a"))
          .isInstanceOf(ApiUnreachable.class)
          .hasMessageContaining("GET /api/v1/namespaces/shop/configmaps/a")
          .hasMessageContaining("no answer within");
      assertThat(codes).containsOnly(0);
      done.countDown();
    }
  }

  @Test
  void aServerThatIsNotThereIsUnreachable() throws IOException {
    ClusterConfig gone;
    try (var server = new StubServer(exchange -> {})) {
      gone = server.config(folder);
    }
    try (KubeClient client = KubeClient.connect(gone, RequestMeter.NONE)) {
      assertThatThrownBy(() -> client.find(CONFIG_MAP, "shop", "a"))
          .isInstanceOf(ApiUnreachable.class)
          .hasMessageContaining(gone.server().toString());
    }
  }

  @Test
  void aListThatStopsComingIsGivenUp() throws IOException {
    var done = new CountDownLatch(1);
    var names = new ArrayList<String>();
    try (var server =
            new StubServer(exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write(Types.bytes("{\"items\": [" + OBJECT + ","));
              exchange.getResponseBody().flush();
              done.await();
            });
        KubeClient client = connect(server, Duration.ofSeconds(1))) {

      assertThatThrownBy(
              () -> client.list(CONFIG_MAP, Selection.ALL, object -> names.add(object.name())))
          .isInstanceOf(ApiUnreachable.class)
          .hasMessageContaining("broke off");
      assertThat(names).containsExactly("a");
      done.countDown();
    }
  }

  @Test
  void anAnswerThatIsNoObjectIsUnusable() throws IOException {
    try (var server = new StubServer(exchange -> StubServer.send(exchange, 200, "<html>"));
        KubeClient client = connect(server)) {

      assertThatThrownBy(() -> client.get(CONFIG_MAP, "shop", "a"))
          .isInstanceOf(ApiUnreachable.class);
      assertThatThrownBy(() -> client.list(CONFIG_MAP, Selection.ALL, object -> {}))
          .isInstanceOf(ApiUnreachable.class);
    }
  }

  @Test
  void anAnswerWithoutEndIsCutOff() throws IOException {
    byte[] block = Types.bytes("x".repeat(1 << 20));
    try (var server =
            new StubServer(exchange -> {
              exchange.sendResponseHeaders(200, 0);
              for (int i = 0; i < 1_000; i++) {
                exchange.getResponseBody().write(block);
                seen.add("block");
              }
            });
        KubeClient client = connect(server)) {

      assertThatThrownBy(() -> client.create(CONFIG_MAP, Types.manifest(named()), "levada"))
          .isInstanceOf(ApiUnreachable.class);
      assertThat(seen).hasSizeLessThan(200);
    }
  }

  private static byte[] named() {
    return Types.configMap("shop", "a", "value");
  }

  @Test
  void whatTheReceiverThrowsReachesTheCaller() throws IOException {
    try (var server =
            new StubServer(
                exchange -> StubServer.send(exchange, 200, "{\"items\":[" + OBJECT + "]}"));
        KubeClient client = connect(server)) {

      assertThatThrownBy(() ->
              client.list(
                  CONFIG_MAP,
                  Selection.ALL,
                  object -> {
                    throw new IllegalArgumentException("mine");
                  }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("mine");
      assertThat(new String(client.get("/x"), StandardCharsets.UTF_8)).contains("items");
    }
  }

  @Test
  void anInterruptedCallerStopsWaiting()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    var asked = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    try (var server =
            new StubServer(exchange -> {
              asked.countDown();
              done.await();
            });
        KubeClient client = connect(server)) {
      var thrown = new CompletableFuture<Throwable>();
      Thread caller =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  client.get(CONFIG_MAP, "shop", "a");
                } catch (CancellationException e) {
                  thrown.complete(e);
                }
              });
      asked.await();
      caller.interrupt();

      assertThat(thrown.get(10, TimeUnit.SECONDS)).hasMessageContaining("interrupted");
      done.countDown();
    }
  }

  @Test
  void anInterruptedWatchIsNoTroubleOfTheServers()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    var heard = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    byte[] event =
        """
        {"type":"ADDED","object":{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}}
        """
            .getBytes(StandardCharsets.UTF_8);
    try (var server =
            new StubServer(exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write(event);
              exchange.getResponseBody().flush();
              done.await();
            });
        KubeClient client = connect(server)) {
      var thrown = new CompletableFuture<Throwable>();
      Thread watcher =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  client.watch(
                      CONFIG_MAP, new Selection("shop", "", ""), "1", _ -> heard.countDown());
                } catch (CancellationException | ApiUnreachable e) {
                  thrown.complete(e);
                }
              });
      heard.await();
      watcher.interrupt();

      assertThat(thrown.get(10, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
      done.countDown();
    }
  }
}
