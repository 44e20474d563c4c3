package dev.levada.cluster.access;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes streams on which nothing came for too long: a connection that died without a word is
/// otherwise never noticed.
final class IdleGuard implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(IdleGuard.class);

  private final Set<GuardedStream> streams = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("idle-guard").factory());

  IdleGuard(Duration every) {
    var _ =
        clock.scheduleWithFixedDelay(
            this::check, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
  }

  void add(GuardedStream stream) {
    streams.add(stream);
  }

  void remove(GuardedStream stream) {
    streams.remove(stream);
  }

  private void check() {
    long now = System.nanoTime();
    for (GuardedStream stream : streams) {
      if (stream.isStuck(now)) {
        close(stream);
      }
    }
  }

  private void close(GuardedStream stream) {
    try {
      streams.remove(stream);
      stream.close();
    } catch (IOException e) {
      LOG.debug("closing an idle stream failed", e);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    streams.forEach(this::close);
  }
}
