package dev.levada.operator.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicBoolean cache = new AtomicBoolean(true);
  private final AtomicBoolean broken = new AtomicBoolean();
  private Endpoints endpoints;

  @BeforeEach
  void open() throws IOException {
    Map<String, BooleanSupplier> ready = Map.of("cache", cache::get, "broken", this::check);
    endpoints =
        new Endpoints(
            "127.0.0.1:0",
            () -> "a_metric 1\n".getBytes(StandardCharsets.UTF_8),
            "127.0.0.1:0",
            Map.of("alive", () -> true),
            ready);
  }

  private boolean check() {
    if (broken.get()) {
      throw new IllegalArgumentException("a bug");
    }
    return cache.get();
  }

  @AfterEach
  void close() {
    endpoints.close();
    client.close();
  }

  @Test
  void metricsAreServed() throws Exception {
    HttpResponse<String> answer = send("GET", endpoints.metricsPort(), "/metrics");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("a_metric 1\n");
    assertThat(answer.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
  }

  @Test
  void readinessNamesWhatFails() throws Exception {
    assertThat(answer("/readyz")).isEqualTo("200 ok\n");
    cache.set(false);
    assertThat(answer("/readyz")).isEqualTo("503 failing: broken, cache\n");
    assertThat(answer("/healthz")).isEqualTo("200 ok\n");
  }

  @Test
  void aCheckThatThrowsIsNoReadiness() throws Exception {
    broken.set(true);
    assertThat(answer("/readyz")).startsWith("500 ");
  }

  @Test
  void nothingElseIsServed() throws Exception {
    assertThat(answer("/healthz/more")).startsWith("404 ");
    assertThat(answer("/metrics")).startsWith("404 ");
    assertThat(send("POST", endpoints.healthPort(), "/healthz").statusCode()).isEqualTo(405);
    assertThat(send("HEAD", endpoints.metricsPort(), "/metrics").statusCode()).isEqualTo(200);
  }

  @Test
  void anAddressThatIsTakenIsNamed() {
    String taken = "127.0.0.1:" + endpoints.metricsPort();
    assertThatThrownBy(
            () -> new Endpoints("127.0.0.1:0", () -> new byte[0], taken, Map.of(), Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot listen on " + taken + ": ");
  }

  @ParameterizedTest
  @CsvSource({":8080,0.0.0.0,8080", "127.0.0.1:0,127.0.0.1,0", "[::1]:9440,0:0:0:0:0:0:0:1,9440"})
  void addressesAreReadAsGoReadsThem(String address, String host, int port) {
    assertThat(ListenAddress.of(address).getAddress().getHostAddress())
        .isIn(host, "0:0:0:0:0:0:0:0");
    assertThat(ListenAddress.of(address).getPort()).isEqualTo(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8080", "host", "host:", "host:http", ":99999", ":-1"})
  void whatIsNoAddressIsRefused(String address) {
    assertThatThrownBy(() -> ListenAddress.of(address))
        .hasMessage(
            "'" + address + "' is no address to listen on: write ':8080' or '127.0.0.1:8080'");
  }

  private String answer(String path) throws Exception {
    HttpResponse<String> answer = send("GET", endpoints.healthPort(), path);
    return answer.statusCode() + " " + answer.body();
  }

  private HttpResponse<String> send(String method, int port, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
