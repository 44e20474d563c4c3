package dev.levada.cluster.observe;

import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.ApiUnreachable;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.access.Selection;
import dev.levada.cluster.access.WatchEvent;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a sink about the objects of one kind, from now until it is closed: it lists them, then
/// watches, goes on where a watch ended or broke, and lists again only where the server has
/// forgotten that place. Its own virtual thread makes all calls of the sink.
public final class Reflector implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Reflector.class);
  private static final Duration UNTIL_ABSENT_IS_ASKED_AGAIN = Duration.ofSeconds(60);

  private static final int UNTIL_ABSENT = 3;

  private final KubeClient client;
  private final Supplier<ResourceType> source;
  private final Selection selection;
  private final Sink sink;
  private final Thread thread;
  private final Semaphore kicks = new Semaphore(0);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Backoff backoff = new Backoff(ThreadLocalRandom.current());
  private ResourceType type;
  private String version = "";
  private int notFound;
  private Told told = Told.NOTHING;

  /// What the sink was told last, so that it is told once.
  private enum Told {
    NOTHING,
    ABSENT,
    TROUBLE
  }

  /// Learns what is there. The calls come one at a time.
  public interface Sink {

    /// A list begins; until it is complete, objects that are not in it may still be there.
    default void begin() {}

    /// An object is there, in this state.
    ///
    /// @param object its state
    /// @param fromList whether the list says so, and the object may be as it was
    void changed(Manifest object, boolean fromList);

    /// An object is gone, or no longer selected.
    ///
    /// @param id which
    /// @param resourceVersion the version of its going
    default void gone(ObjectId id, String resourceVersion) {}

    /// The list is complete: what is not in it was gone at its version.
    ///
    /// @param listed all of the list
    /// @param resourceVersion the list's version
    default void synced(Set<ObjectId> listed, String resourceVersion) {}

    /// The server has told everything up to here.
    ///
    /// @param resourceVersion the version
    default void reached(String resourceVersion) {}

    /// The server does not serve the kind: no object is there. Told once, until a list succeeds.
    default void absent() {}

    /// What happens cannot be seen at the moment; the reflector goes on trying. Told once, until it
    /// works again.
    ///
    /// @param trouble why
    default void troubled(RuntimeException trouble) {}

    /// The trouble is over; whatever happened meanwhile has been or will be told.
    default void recovered() {}
  }

  private Reflector(
      KubeClient client, Supplier<ResourceType> source, Selection selection, Sink sink) {
    this.client = client;
    this.source = source;
    this.type = source.get();
    this.selection = selection;
    this.sink = sink;
    this.thread = Thread.ofVirtual().name("watch " + type.plural()).unstarted(this::run);
  }

  /// Begins to watch.
  ///
  /// @param type the kind
  /// @param selection which of its objects
  public static Reflector start(
      KubeClient client, ResourceType type, Selection selection, Sink sink) {
    return start(client, () -> type, selection, sink);
  }

  /// Begins to watch a kind whose served version may change: it is asked for before each list.
  static Reflector start(
      KubeClient client, Supplier<ResourceType> type, Selection selection, Sink sink) {
    var reflector = new Reflector(client, type, selection, sink);
    reflector.thread.start();
    return reflector;
  }

  /// Ends a pause: what failed, or was absent, may be there now.
  public void kick() {
    kicks.release();
  }

  private void run() {
    while (!closed.get()) {
      try {
        if (version.isEmpty()) {
          list();
        }
        watch();
      } catch (ApiError e) {
        refused(e);
      } catch (ApiUnreachable e) {
        troubled(e);
      } catch (CancellationException interrupted) {
        closed.set(true);
      } catch (RuntimeException e) {
        // The sink may have lost an event: the list makes up for it.
        LOG.error("watching {} failed, listing again", type.plural(), e);
        version = "";
        troubled(e);
      }
    }
  }

  private void list() {
    type = source.get();
    sink.begin();
    var listed = new HashSet<ObjectId>();
    String reached =
        client.list(
            type,
            selection,
            object -> {
              listed.add(object.id());
              sink.changed(object, true);
            });
    sink.synced(listed, reached);
    version = reached;
    works();
  }

  private void watch() {
    long begin = System.nanoTime();
    String before = version;
    client.watch(type, selection, version, this::event);
    works();
    boolean atOnce = System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(1);
    if (atOnce && version.equals(before)) {
      pause(backoff.next());
    }
  }

  private void event(WatchEvent event) {
    switch (event) {
      case WatchEvent.Changed(Manifest object, boolean added) -> {
        sink.changed(object, false);
        version = object.resourceVersion();
      }
      case WatchEvent.Gone(Manifest object) -> {
        sink.gone(object.id(), object.resourceVersion());
        version = object.resourceVersion();
      }
      case WatchEvent.Bookmark(String resourceVersion) -> {
        sink.reached(resourceVersion);
        version = resourceVersion;
      }
      case WatchEvent.Failed(ApiError error) -> throw error;
    }
    works();
  }

  private void refused(ApiError error) {
    if (error.isGone()) {
      LOG.debug("{} forgot version {} of {}, listing again", "server", version, type.plural());
      version = "";
    } else if (error.isNotFound()) {
      version = "";
      notFound();
    } else {
      troubled(error);
    }
  }

  // A server that has just started answers like this too, until it has read its definitions.
  private void notFound() {
    notFound++;
    if (notFound < UNTIL_ABSENT) {
      pause(backoff.next());
    } else {
      absent();
    }
  }

  private void absent() {
    if (told != Told.ABSENT) {
      told = Told.ABSENT;
      LOG.info("the API server does not serve {} (any more)", type.plural());
      sink.absent();
    }
    pause(UNTIL_ABSENT_IS_ASKED_AGAIN);
  }

  private void troubled(RuntimeException trouble) {
    if (closed.get()) {
      return;
    }
    if (told != Told.TROUBLE) {
      told = Told.TROUBLE;
      LOG.warn("cannot watch {}, trying again: {}", type.plural(), trouble.getMessage());
      sink.troubled(trouble);
    }
    pause(backoff.next());
  }

  private void works() {
    if (told != Told.NOTHING) {
      told = Told.NOTHING;
      sink.recovered();
    }
    backoff.reset();
    notFound = 0;
  }

  private void pause(Duration pause) {
    try {
      if (kicks.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        kicks.drainPermits();
      }
    } catch (InterruptedException e) {
      closed.set(true);
    }
  }

  /// Ends the watch and returns when the sink hears no more, unless the sink itself calls it.
  @Override
  public void close() {
    closed.set(true);
    thread.interrupt();
    if (Thread.currentThread() == thread) {
      return;
    }
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
