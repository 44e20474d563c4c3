package dev.levada.operator.receiver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.levada.core.hook.Call;
import dev.levada.operator.runtime.timing.Timeline;
import dev.levada.operator.telemetry.ListenAddress;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves webhooks. What is sent is bounded in size and time, and kept in memory only where the
/// path is a webhook's; a caller learns a status and nothing else.
public final class HookServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HookServer.class);
  private static final int LARGEST = 3 << 20;
  private static final int KILOBYTE = 1024;

  /// What may be read at the same time: a few of the largest bodies, or hundreds as they usually
  /// are. The engine's memory is small.
  private static final int MOST_KILOBYTES = 4 * LARGEST / KILOBYTE;

  private static final long LARGEST_HEADERS = 256L << 10;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final HttpServer server;
  private final Hooks hooks;
  private final Timeline timeline;
  private final Semaphore room = new Semaphore(MOST_KILOBYTES);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private HookServer(HttpServer server, Hooks hooks, Timeline timeline) {
    this.server = server;
    this.hooks = hooks;
    this.timeline = timeline;
  }

  /// Opens an address.
  ///
  /// @param address where webhooks are served (`:9292`)
  /// @param hooks the webhooks
  /// @param timeline rings where a caller takes too long
  /// @throws IOException where the address is taken or not ours; the message names it
  public static HookServer open(String address, Hooks hooks, Timeline timeline) throws IOException {
    limit("maxReqTime", LONGEST.toSeconds());
    limit("maxReqHeaderSize", LARGEST_HEADERS);
    try {
      HttpServer server = HttpServer.create(ListenAddress.of(address), 0);
      var opened = new HookServer(server, hooks, timeline);
      server.createContext("/", opened::handle);
      server.setExecutor(opened.threads);
      server.start();
      return opened;
    } catch (IOException e) {
      throw new IOException(
          "cannot listen for webhooks on "
              + address
              + ": "
              + e.getMessage()
              + ". Choose another address with --receiverAddr.",
          e);
    }
  }

  /// Java's servers take such limits from the process alone, and read them with the first of them.
  private static void limit(String what, long most) {
    String name = "sun.net.httpserver." + what;
    if (System.getProperty(name) == null) {
      System.setProperty(name, Long.toString(most));
    }
  }

  /// The port at which webhooks are served.
  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Timeline.Alarm alarm = timeline.schedule(timeline.now().plus(LONGEST), exchange::close);
    try (exchange) {
      HookReply reply = reply(exchange);
      exchange.getResponseHeaders().set("Connection", "close");
      exchange.sendResponseHeaders(reply.status(), -1);
    } finally {
      alarm.cancel();
    }
  }

  private HookReply reply(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    long announced = announced(exchange);
    if (announced > LARGEST) {
      drain(exchange.getRequestBody()); // else a caller that still sends never reads the answer
      return HookReply.TOO_LARGE;
    }
    if (!hooks.has(path)) {
      // As large as with a webhook's path: what is refused tells nothing of the path.
      boolean fits = drain(exchange.getRequestBody()) <= LARGEST;
      return fits ? unknown() : HookReply.TOO_LARGE;
    }
    int kilobytes = announced > 0 ? (int) (announced / KILOBYTE) + 1 : LARGEST / KILOBYTE;
    if (!room.tryAcquire(kilobytes)) {
      return HookReply.NOT_NOW;
    }
    try {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
      return body.length > LARGEST
          ? HookReply.TOO_LARGE
          : guarded(path, new Call(headers(exchange), body));
    } finally {
      room.release(kilobytes);
    }
  }

  private HookReply unknown() {
    return hooks.isNew() ? HookReply.NOT_NOW : HookReply.UNKNOWN;
  }

  private HookReply guarded(String path, Call call) {
    try {
      return hooks.take(path, call);
    } catch (RuntimeException bug) {
      LOG.atError().setCause(bug).log("a call of a webhook could not be answered");
      return HookReply.FAILED;
    }
  }

  private static long announced(HttpExchange exchange) {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
  }

  private static long drain(InputStream body) throws IOException {
    byte[] buffer = new byte[8192];
    long read = 0;
    int now = body.read(buffer);
    while (now > 0 && read <= LARGEST) {
      read += now;
      now = body.read(buffer);
    }
    return read;
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    var headers = new HashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (!values.isEmpty()) {
            headers.put(name.toLowerCase(Locale.ROOT), values.getFirst());
          }
        });
    return headers;
  }

  /// Serves nothing any more.
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
