package dev.levada.cluster.observe;

import dev.levada.core.manifest.ObjectId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls one listener on a virtual thread of its own, so that it never holds up a watch. It keeps
/// one letter an object, the latest: a slow listener costs memory for each object once at most.
final class Mailbox implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

  private final LiveListener listener;
  private final Map<ObjectId, Optional<Live>> letters = new ConcurrentHashMap<>();
  private final BlockingQueue<Optional<ObjectId>> order = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closed;

  private Mailbox(LiveListener listener) {
    this.listener = listener;
    this.thread = Thread.ofVirtual().name("live listener").unstarted(this::run);
  }

  static Mailbox open(LiveListener listener) {
    var mailbox = new Mailbox(listener);
    mailbox.thread.start();
    return mailbox;
  }

  /// Many watches post at once, and each while it holds its own lock: this must not make them wait
  /// for each other.
  void post(ObjectId id, Optional<Live> live) {
    if (!closed && letters.put(id, live) == null) {
      order.add(Optional.of(id));
    }
  }

  private void run() {
    try {
      Optional<ObjectId> next = order.take();
      while (next.isPresent() && !closed) {
        deliver(next.get());
        next = order.take();
      }
    } catch (InterruptedException e) {
      LOG.debug("a listener was interrupted and hears no more");
    }
  }

  private void deliver(ObjectId id) {
    Optional<Live> live = letters.remove(id);
    if (live == null) {
      return;
    }
    try {
      listener.changed(id, live.orElse(null));
    } catch (RuntimeException e) {
      LOG.error("a listener failed on {}", id, e);
    }
  }

  @Override
  public void close() {
    closed = true;
    letters.clear();
    order.add(Optional.empty());
  }
}
