package dev.levada.cluster.observe;

import dev.levada.core.manifest.ObjectId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls one listener on a virtual thread of its own, so that it never holds up a watch. It keeps
/// one letter an object, the latest: a slow listener costs memory for each object once at most.
final class Mailbox implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

  private final LiveListener listener;
  private final Map<ObjectId, Optional<Live>> letters = new LinkedHashMap<>();
  private final Thread thread;
  private boolean closed;

  private record Letter(ObjectId id, Optional<Live> live) {}

  private Mailbox(LiveListener listener) {
    this.listener = listener;
    this.thread = Thread.ofVirtual().name("live listener").unstarted(this::run);
  }

  static Mailbox open(LiveListener listener) {
    var mailbox = new Mailbox(listener);
    mailbox.thread.start();
    return mailbox;
  }

  synchronized void post(ObjectId id, Optional<Live> live) {
    if (!closed) {
      letters.put(id, live);
      notifyAll();
    }
  }

  private void run() {
    try {
      Optional<Letter> letter = take();
      while (letter.isPresent()) {
        deliver(letter.get());
        letter = take();
      }
    } catch (InterruptedException e) {
      LOG.debug("a listener was interrupted and hears no more");
    }
  }

  private synchronized Optional<Letter> take() throws InterruptedException {
    while (letters.isEmpty() && !closed) {
      wait();
    }
    if (closed) {
      return Optional.empty();
    }
    Iterator<Map.Entry<ObjectId, Optional<Live>>> first = letters.entrySet().iterator();
    Map.Entry<ObjectId, Optional<Live>> entry = first.next();
    first.remove();
    return Optional.of(new Letter(entry.getKey(), entry.getValue()));
  }

  private void deliver(Letter letter) {
    try {
      listener.changed(letter.id(), letter.live().orElse(null));
    } catch (RuntimeException e) {
      LOG.error("a listener failed on {}", letter.id(), e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    letters.clear();
    notifyAll();
  }
}
