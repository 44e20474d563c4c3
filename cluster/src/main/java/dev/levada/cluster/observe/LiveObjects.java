package dev.levada.cluster.observe;

import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.access.Selection;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/// What is live among the objects that the engine manages: one watch a kind, for as long as
/// somebody wants it. It answers from memory, so asking costs nothing.
public final class LiveObjects implements AutoCloseable {

  private final KubeClient client;
  private final Discovery discovery;
  private final Selection selection;
  private final Digester digester;
  private final Map<Kind, Watched> watched = new HashMap<>();
  private final Map<Kind, KindRecord> records = new ConcurrentHashMap<>();
  private final List<Mailbox> mailboxes = new CopyOnWriteArrayList<>();

  private record Kind(String group, String kind) {

    static Kind of(ObjectId id) {
      return new Kind(id.group(), id.kind());
    }

    static Kind of(GroupVersionKind type) {
      return new Kind(type.group(), type.kind());
    }
  }

  /// A watch and how many want it.
  private record Watched(Reflector reflector, KindRecord objects, int wishes) {

    Watched with(int more) {
      return new Watched(reflector, objects, wishes + more);
    }
  }

  /// @param client who watches; it must be allowed to list and watch what is asked for
  /// @param discovery finds the served version of a kind
  /// @param clock the time at which health is judged
  /// @param labels which objects are watched
  /// @param rules what is remembered of them
  public LiveObjects(
      KubeClient client,
      Discovery discovery,
      InstantSource clock,
      OwnerLabels labels,
      LiveRules rules) {
    this.client = client;
    this.discovery = discovery;
    this.selection = Selection.labelled(labels.name());
    this.digester = new Digester(labels, rules, clock);
  }

  /// Wants to know what is live of a kind; it is watched from the first such wish until the last is
  /// closed. Versions of one kind share a watch.
  public synchronized Demand require(ResourceType type) {
    Kind kind = Kind.of(type.type());
    Watched present = watched.get(kind);
    Watched now = present == null ? begin(kind, type) : present.with(1);
    watched.put(kind, now);
    return new Wish(kind, now);
  }

  private Watched begin(Kind kind, ResourceType type) {
    var objects = new KindRecord(digester::of, this::tell, discovery::invalidate);
    records.put(kind, objects);
    var reflector = Reflector.start(client, () -> served(type), selection, objects);
    return new Watched(reflector, objects, 1);
  }

  /// The kind may have gone from the wanted version to another one.
  private ResourceType served(ResourceType wanted) {
    GroupVersionKind type = wanted.type();
    return discovery
        .find(type)
        .or(() -> discovery.preferred(type.group(), type.kind()))
        .orElse(wanted);
  }

  private void end(Kind kind, Reflector reflector) {
    Optional<Reflector> last = Optional.empty();
    synchronized (this) {
      Watched present = watched.get(kind);
      if (present == null || present.reflector() != reflector) {
        return;
      }
      if (present.wishes() > 1) {
        watched.put(kind, present.with(-1));
      } else {
        watched.remove(kind);
        records.remove(kind, present.objects());
        last = Optional.of(reflector);
      }
    }
    // Outside the lock, for it waits for the watch to end.
    last.ifPresent(Reflector::close);
  }

  /// An object of a wanted kind, as far as is known. Empty where it is not there, where its kind is
  /// not wanted, or where the kind's list is not complete.
  public Optional<Live> find(ObjectId id) {
    KindRecord objects = records.get(Kind.of(id));
    return objects == null ? Optional.empty() : objects.find(id);
  }

  /// Whether changes of an object are seen; not where its kind is not wanted, not known yet, or may
  /// not be watched.
  public boolean sees(ObjectId id) {
    KindRecord objects = records.get(Kind.of(id));
    return objects != null && objects.isReliable();
  }

  /// The answer to an apply or a patch of ours (not of a dry run): known at once, before the watch
  /// tells it. An older state never replaces a newer one.
  ///
  /// @return its digest, where its kind is observed
  public Optional<Live> observed(Manifest object) {
    return Optional.ofNullable(records.get(Kind.of(object.type())))
        .map(objects -> objects.observed(object));
  }

  /// An object is certainly gone: the server said so in answer to a request of ours.
  public void removed(ObjectId id) {
    KindRecord objects = records.get(Kind.of(id));
    if (objects != null) {
      objects.removed(id);
    }
  }

  /// Hears of all changes from now on, on a thread of the listener's own.
  ///
  /// @return closing it ends the hearing
  public Listening listen(LiveListener listener) {
    Mailbox mailbox = Mailbox.open(listener);
    mailboxes.add(mailbox);
    return () -> {
      mailboxes.remove(mailbox);
      mailbox.close();
    };
  }

  /// A listener's registration.
  @FunctionalInterface
  public interface Listening extends AutoCloseable {

    /// The listener hears no more.
    @Override
    void close();
  }

  private void tell(ObjectId id, Optional<Live> live) {
    mailboxes.forEach(mailbox -> mailbox.post(id, live));
  }

  /// How many objects are remembered.
  public int size() {
    return records.values().stream().mapToInt(KindRecord::size).sum();
  }

  /// Ends all watches and listeners.
  @Override
  public void close() {
    List<Watched> all;
    synchronized (this) {
      all = List.copyOf(watched.values());
      watched.clear();
      records.clear();
    }
    all.forEach(one -> one.reflector().close());
    mailboxes.forEach(Mailbox::close);
  }

  private final class Wish implements Demand {

    private final Kind kind;
    private final Watched watch;
    private final AtomicBoolean closed = new AtomicBoolean();

    Wish(Kind kind, Watched watch) {
      this.kind = kind;
      this.watch = watch;
    }

    @Override
    public boolean awaitSynced(Duration longest) {
      try {
        return watch.objects().awaitKnown(longest.toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("waiting for " + kind.kind() + " was interrupted");
      }
    }

    @Override
    public Optional<RuntimeException> trouble() {
      return watch.objects().trouble();
    }

    @Override
    public void kick() {
      watch.reflector().kick();
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        end(kind, watch.reflector());
      }
    }
  }
}
