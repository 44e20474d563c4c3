package dev.levada.cluster.access;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// As many HTTP/2 connections as the requests under way need. The JDK's client keeps one connection
/// to a server and fails a request beyond the number of streams that the server allows (the API
/// server: 100), so each further lane is a client of its own.
final class Lanes implements AutoCloseable {

  private static final int STREAMS = 80;

  private final Supplier<HttpClient> maker;
  private final List<Lane> lanes = new ArrayList<>();

  Lanes(Supplier<HttpClient> maker) {
    this.maker = maker;
  }

  /// A lane with room for one more request, which must be given back exactly once.
  synchronized Lane take() {
    for (Lane lane : lanes) {
      if (lane.busy.get() < STREAMS) {
        lane.busy.incrementAndGet();
        return lane;
      }
    }
    var lane = new Lane(maker.get(), new AtomicInteger(1));
    lanes.add(lane);
    return lane;
  }

  @Override
  public synchronized void close() {
    lanes.forEach(lane -> lane.client.shutdownNow());
    lanes.clear();
  }

  record Lane(HttpClient client, AtomicInteger busy) {

    void leave() {
      busy.decrementAndGet();
    }
  }
}
