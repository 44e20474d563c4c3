package dev.levada.operator.receiver;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.api.notification.Receiver;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.config.ClusterConfig;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.fetch.http.WebClient;
import dev.levada.fetch.http.WebSettings;
import dev.levada.fetch.identity.IssuerKeys;
import dev.levada.operator.runtime.FakeTimeline;
import dev.levada.operator.runtime.ResourceCache;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What anybody on the network may send to the port of the webhooks.
class HookServerTest {

  private static final int LARGEST = 3 << 20;

  private final FakeTimeline timeline = new FakeTimeline();
  private final ResourceCache<Receiver> receivers = new ResourceCache<>(Receiver::of);
  private final WebClient web = new WebClient(WebSettings.standard());
  private final KubeClient nobody =
      KubeClient.connect(
          ClusterConfig.ofTokens("https://127.0.0.1:1", "", () -> ""), (_, _, _, _) -> {});
  private HookServer server;

  @BeforeEach
  void open() throws IOException {
    var clock = Clock.systemUTC();
    var keys = new IssuerKeys(web, clock);
    var hooks = new Hooks(nobody, new Discovery(nobody), receivers, keys, true, clock);
    server = HookServer.open("127.0.0.1:0", hooks, timeline);
  }

  @AfterEach
  void close() {
    server.close();
    nobody.close();
    web.close();
  }

  private Socket send(String head) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write((head + "\r\nHost: levada\r\n\r\n").getBytes(US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), US_ASCII).split("\r\n", 2)[0];
  }

  @Test
  void anUnknownPathIsUnknownOnceAllAreKnown() throws IOException {
    try (Socket early = send("POST /hook/abc HTTP/1.1\r\nContent-Length: 0")) {
      assertThat(answer(early)).contains(" 503 ");
    }
    receivers.synced(Set.of(), "1");
    try (Socket late = send("POST /hook/abc HTTP/1.1\r\nContent-Length: 0")) {
      assertThat(answer(late)).contains(" 404 ");
    }
  }

  @Test
  void aGiantBodyIsRefusedWhereverItGoesAndHoweverItIsSent() throws IOException {
    receivers.synced(Set.of(), "1");
    try (Socket told = send("POST /hook/abc HTTP/1.1\r\nContent-Length: " + (LARGEST + 1))) {
      told.getOutputStream().write(new byte[LARGEST + 1]);
      assertThat(answer(told)).contains(" 413 ");
    }
    try (Socket piecemeal = send("POST /hook/abc HTTP/1.1\r\nTransfer-Encoding: chunked")) {
      String size = Integer.toHexString(LARGEST + 1) + "\r\n";
      piecemeal.getOutputStream().write(size.getBytes(US_ASCII));
      piecemeal.getOutputStream().write(new byte[LARGEST + 1]);
      piecemeal.getOutputStream().write("\r\n0\r\n\r\n".getBytes(US_ASCII));
      assertThat(answer(piecemeal)).contains(" 413 ");
    }
  }

  @Test
  void whoSendsTooSlowlyIsCutOff() throws IOException {
    receivers.synced(Set.of(), "1");
    try (Socket slow = send("POST /hook/abc HTTP/1.1\r\nContent-Length: 10")) {
      slow.getOutputStream().write("abc".getBytes(US_ASCII));
      awaitAlarm();
      timeline.advance(Duration.ofSeconds(30));
      assertThat(answer(slow)).as("the connection ends without an answer").isEmpty();
    }
  }

  private void awaitAlarm() {
    while (timeline.pending() == 0) {
      Thread.onSpinWait();
    }
  }
}
