package dev.levada.operator.runtime;

import dev.levada.cluster.observe.Reflector;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All objects of one kind as the cluster has them, parsed once, for every controller that asks.
/// One watch feeds it; any thread may read. An object that does not parse is reported and not held:
/// nothing is done for it rather than something out of date.
///
/// @param <T> what an object is parsed to
public final class ResourceCache<T> implements Reflector.Sink {

  private static final Logger LOG = LoggerFactory.getLogger(ResourceCache.class);

  /// Hears of each change after the cache and its indexes have it, on the watch's thread: it should
  /// be quick.
  ///
  /// @param <T> what an object is parsed to
  @FunctionalInterface
  public interface Listener<T> {

    /// An object is new (nothing before), changed, or gone (nothing after).
    void changed(@Nullable T before, @Nullable T after);
  }

  private record Name(String namespace, String name) {}

  private record Held<T>(T value, String resourceVersion) {}

  private record Index<T>(
      Function<T, ? extends Collection<String>> keys, Map<String, Map<Name, T>> entries) {

    void add(Name name, T value) {
      keys.apply(value).forEach(key -> add(name, value, key));
    }

    private void add(Name name, T value, String key) {
      entries.computeIfAbsent(key, missing -> new ConcurrentHashMap<>()).put(name, value);
    }

    // What is found by the same key before and after is found all the time: who looks meanwhile
    // would miss it, and nobody would look again.
    void replace(Name name, @Nullable T before, @Nullable T after) {
      Collection<String> now = List.of();
      if (after != null) {
        now = keys.apply(after);
        now.forEach(key -> add(name, after, key));
      }
      if (before != null) {
        for (String key : keys.apply(before)) {
          if (!now.contains(key)) {
            remove(name, key);
          }
        }
      }
    }

    private void remove(Name name, String key) {
      entries.computeIfPresent(
          key,
          (same, values) -> {
            values.remove(name);
            return values.isEmpty() ? null : values;
          });
    }
  }

  private final Function<Manifest, T> parse;
  private final BiConsumer<ObjectId, String> unreadable;
  private final Map<Name, Held<T>> held = new ConcurrentHashMap<>();
  private final Map<String, Index<T>> indexes = new ConcurrentHashMap<>();
  private final List<Listener<T>> listeners = new CopyOnWriteArrayList<>();
  private final CountDownLatch synced = new CountDownLatch(1);
  private final Object writing = new Object();

  /// @param parse reads an object; whatever it throws is the reason why the object is not held
  /// @param unreadable hears which object did not parse, and why
  public ResourceCache(Function<Manifest, T> parse, BiConsumer<ObjectId, String> unreadable) {
    this.parse = parse;
    this.unreadable = unreadable;
  }

  /// A cache that tells of unreadable objects in the log only.
  public ResourceCache(Function<Manifest, T> parse) {
    this(
        parse,
        (id, reason) ->
            LOG.atError()
                .addKeyValue("object", id.subject())
                .addKeyValue("error", reason)
                .log("an object cannot be read and is left alone"));
  }

  /// Finds objects by what they refer to. An index may be added at any time.
  ///
  /// @param index its name
  /// @param keys what an object is found by; always the same for the same value
  public void index(String index, Function<T, ? extends Collection<String>> keys) {
    synchronized (writing) {
      var made = new Index<>(keys, new ConcurrentHashMap<>());
      held.forEach((name, object) -> made.add(name, object.value()));
      indexes.put(index, made);
    }
  }

  /// Adds a listener; it hears of what changes from now on.
  public void listen(Listener<T> listener) {
    listeners.add(listener);
  }

  /// The object that a key names.
  public Optional<T> find(Key key) {
    return find(key.namespace(), key.name());
  }

  /// The object, if the cluster has it.
  public Optional<T> find(String namespace, String name) {
    Held<T> object = held.get(new Name(namespace, name));
    return object == null ? Optional.empty() : Optional.of(object.value());
  }

  /// All objects, in no order.
  public Collection<T> all() {
    return held.values().stream().map(Held::value).toList();
  }

  /// The objects that an index has under a key, in no order.
  public Collection<T> lookup(String index, String key) {
    Index<T> known = indexes.get(index);
    if (known == null) {
      throw new IllegalArgumentException("there is no index " + index);
    }
    Map<Name, T> values = known.entries().get(key);
    return values == null ? List.of() : List.copyOf(values.values());
  }

  /// Waits until the first list has come in whole.
  ///
  /// @return false where it has not in this time
  public boolean awaitSynced(Duration atMost) throws InterruptedException {
    return synced.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// A list begins; what is held stays until the list has come in whole.
  @Override
  public void begin() {}

  /// An object is new or changed, or stands in a list. What is older than what is held does not
  /// count: a write of our own may be known before its watch event.
  @Override
  public void changed(Manifest object, boolean fromList) {
    take(object, before -> before == null || isNewer(object, before));
  }

  /// A write of our own was answered with this. Where the object is not held, its end has been seen
  /// before the answer, and it stays away.
  public void written(Manifest object) {
    take(object, before -> before != null && isNewer(object, before));
  }

  private void take(Manifest object, Predicate<@Nullable Held<T>> counts) {
    var name = new Name(object.namespace(), object.name());
    if (counts.test(held.get(name))) {
      T value = parsed(object);
      replace(name, value == null ? null : new Held<>(value, object.resourceVersion()), counts);
    }
  }

  // Resource versions are numbers that grow; as texts without leading zeros they compare by length
  // first.
  private static boolean isNewer(Manifest object, Held<?> before) {
    String version = object.resourceVersion();
    String than = before.resourceVersion();
    return version.length() == than.length()
        ? version.compareTo(than) > 0
        : version.length() > than.length();
  }

  /// The kind is not served: there are no objects.
  @Override
  public void absent() {
    held.keySet().forEach(name -> replace(name, null, _ -> true));
    synced.countDown();
  }

  /// An object is gone.
  @Override
  public void gone(ObjectId id, String resourceVersion) {
    replace(new Name(id.namespace(), id.name()), null, _ -> true);
  }

  /// A list has come in whole: what it does not name went away unseen.
  @Override
  public void synced(Set<ObjectId> listed, String resourceVersion) {
    Set<Name> there = ConcurrentHashMap.newKeySet();
    listed.forEach(id -> there.add(new Name(id.namespace(), id.name())));
    for (Name name : held.keySet()) {
      if (!there.contains(name)) {
        replace(name, null, _ -> true);
      }
    }
    synced.countDown();
  }

  private @Nullable T parsed(Manifest object) {
    try {
      T value = parse.apply(object);
      indexes.values().forEach(index -> Objects.requireNonNull(index.keys().apply(value)));
      return value;
    } catch (RuntimeException e) {
      String reason = e.getMessage();
      unreadable.accept(object.id(), reason == null ? e.toString() : reason);
      return null;
    }
  }

  private void replace(Name name, @Nullable Held<T> after, Predicate<@Nullable Held<T>> counts) {
    Held<T> old;
    T value = after == null ? null : after.value();
    synchronized (writing) {
      old = held.get(name);
      if (!counts.test(old)) {
        return; // something newer came in while this was read
      }
      if (after == null) {
        held.remove(name);
      } else {
        held.put(name, after);
      }
      for (Index<T> index : indexes.values()) {
        index.replace(name, old == null ? null : old.value(), value);
      }
    }
    if (old != null || value != null) {
      tell(old == null ? null : old.value(), value);
    }
  }

  private void tell(@Nullable T before, @Nullable T after) {
    for (Listener<T> listener : listeners) {
      try {
        listener.changed(before, after);
      } catch (RuntimeException bug) {
        LOG.atError().setCause(bug).log("a listener failed; the watch goes on");
      }
    }
  }
}
