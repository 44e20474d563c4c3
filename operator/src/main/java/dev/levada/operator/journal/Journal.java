package dev.levada.operator.journal;

import dev.levada.api.Metadata;
import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.ApiUnreachable;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.plan.inventory.Inventory;
import dev.levada.operator.runtime.timing.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes down what is about to be in the cluster before it is there, until a status holds it: what
/// an engine was writing when it was killed is known to the next one. Many who write at the same
/// time share one write of the journal, where a status would be one write each.
public final class Journal {

  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

  /// So long after a write the next may begin; the first of a quiet time begins at once. Long
  /// enough that many share a write, short enough that the API server has something to do
  /// meanwhile.
  private static final Duration SPACING = Duration.ofMillis(100);

  /// How long after the last entry has gone the journal is emptied.
  private static final Duration TIDY = Duration.ofSeconds(5);

  /// How long nobody tries again where it could not be written.
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /// Beyond so many objects the journal would grow too large for one object of the cluster.
  private static final int MOST_OBJECTS = 2_000;

  private final JournalStore store;
  private final Timeline timeline;
  private final Executor aside;
  private final Semaphore turn = new Semaphore(1, true);
  private final Map<Page.Name, Page.Entry> open = new HashMap<>();
  private Optional<Batch> gathering = Optional.empty();
  private Optional<Page> written = Optional.of(Page.EMPTY); // nothing where that is not known
  private Instant broken = Instant.MIN;
  private boolean tidying;

  /// @param store where it lies
  /// @param timeline spaces the writes
  /// @param aside runs what the timeline must not wait for
  public Journal(JournalStore store, Timeline timeline, Executor aside) {
    this.store = store;
    this.timeline = timeline;
    this.aside = aside;
  }

  /// Which object it is kept in, for messages.
  public String subject() {
    return store.subject();
  }

  /// Reads what an earlier engine has left; before anything else is asked of it.
  ///
  /// @throws ApiError where the server will not show it
  /// @throws ApiUnreachable where there is no server
  public void open() {
    Optional<String> text = store.read();
    if (text.isPresent()) {
      Page page = readable(text.get());
      synchronized (this) {
        written = Optional.of(page);
        open.putAll(page.entries());
      }
    }
  }

  private Page readable(String text) {
    try {
      return Page.parse(text);
    } catch (RuntimeException unreadable) {
      LOG.atError()
          .setCause(unreadable)
          .log(
              "the journal in {} is none that an engine has written, and is begun anew. What was"
                  + " being applied when the last engine ended, and has left Git since, stays in the"
                  + " cluster: look for objects of Kustomizations that are in no status.inventory",
              store.subject());
      return Page.EMPTY;
    }
  }

  /// Takes down what is about to be written, and waits until that is there to stay.
  ///
  /// @param object for which object
  /// @param objects what is going to be written
  /// @return whether it is taken down; where not, it has to be told in another way
  public boolean note(Metadata object, Inventory objects) throws InterruptedException {
    Batch batch;
    boolean first;
    synchronized (this) {
      if (timeline.now().isBefore(broken)
          || Page.size(open) + objects.items().size() > MOST_OBJECTS) {
        return false;
      }
      open.put(name(object), new Page.Entry(object.uid(), of(object).plus(objects)));
      first = gathering.isEmpty();
      batch = gathering.orElseGet(Batch::new);
      gathering = Optional.of(batch);
    }
    if (first) {
      write(batch);
    }
    return batch.await();
  }

  /// What an object has, or may have, in the cluster: what its status holds, and what is taken down
  /// and in no status yet.
  public Inventory known(Metadata object, Mapping status) {
    return Inventory.read(status.get("inventory")).plus(of(object));
  }

  /// What is taken down for an object and in no status yet.
  synchronized Inventory of(Metadata object) {
    return Optional.ofNullable(open.get(name(object)))
        .filter(entry -> entry.uid().equals(object.uid()))
        .map(Page.Entry::objects)
        .orElse(Inventory.EMPTY);
  }

  /// A status holds all that was taken down for an object.
  public void settle(Metadata object) {
    forget(object.namespace(), object.name());
  }

  /// An object is gone.
  public synchronized void forget(String namespace, String name) {
    open.remove(new Page.Name(namespace, name));
    if (open.isEmpty() && !isWritten(Page.EMPTY) && !tidying) {
      tidying = true;
      timeline.schedule(timeline.now().plus(TIDY), () -> aside.execute(this::tidy));
    }
  }

  private static Page.Name name(Metadata object) {
    return new Page.Name(object.namespace(), object.name());
  }

  private void tidy() {
    synchronized (this) {
      tidying = false;
      if (!open.isEmpty()) {
        return;
      }
    }
    close();
  }

  /// Writes down that nothing is under way, where that is so.
  public void close() {
    try {
      write(new Batch());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Batch batch) throws InterruptedException {
    boolean good = false;
    try {
      turn.acquire();
      try {
        Page page = turnPage(batch);
        if (!isWritten(page)) {
          store.write(page.text());
          wrote(page);
        }
        good = true;
      } finally {
        timeline.schedule(timeline.now().plus(SPACING), turn::release);
      }
    } catch (ApiError | ApiUnreachable e) {
      broke(e);
    } finally {
      leave(batch);
      batch.end(good);
    }
  }

  private synchronized Page turnPage(Batch batch) {
    leave(batch);
    return new Page(open);
  }

  private synchronized void leave(Batch batch) {
    gathering = gathering.filter(now -> now != batch);
  }

  private synchronized boolean isWritten(Page page) {
    return written.filter(page::equals).isPresent();
  }

  private synchronized void wrote(Page page) {
    written = Optional.of(page);
  }

  private synchronized void broke(RuntimeException why) {
    broken = timeline.now().plus(PAUSE);
    written = Optional.empty();
    LOG.atWarn()
        .setCause(why)
        .log(
            "the journal in {} cannot be written: for a minute, what is about to be applied is told"
                + " in each status instead, which is slower. Let the engine's account get, create"
                + " and patch it",
            store.subject());
  }
}
