package dev.levada.operator.dependency;

import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.observe.Reflector;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import dev.levada.operator.runtime.Key;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// One object under watch for all that depend on it and look as the same account. It wakes those
/// that wait, and only where what they would see is another than before.
final class Sight implements Reflector.Sink, AutoCloseable {

  private final Subject subject;
  private final BiFunction<ResourceType, Sight, Reflector> watch;
  private final Consumer<Sight> unserved;
  private final Consumer<Key> wake;
  private final Set<Key> holders = ConcurrentHashMap.newKeySet();
  private final Set<Key> waiting = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Seen> told = new AtomicReference<>(new Seen.NotYet());
  private final AtomicReference<Optional<Seen>> trouble = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Reflector>> reflector =
      new AtomicReference<>(Optional.empty());

  /// @param subject which object, and who looks
  /// @param watch begins to watch it for a sink
  /// @param unserved hears that its kind is not served, and calls {@link #served} when it is
  /// @param wake wakes who waits
  Sight(
      Subject subject,
      BiFunction<ResourceType, Sight, Reflector> watch,
      Consumer<Sight> unserved,
      Consumer<Key> wake) {
    this.subject = subject;
    this.watch = watch;
    this.unserved = unserved;
    this.wake = wake;
  }

  Subject subject() {
    return subject;
  }

  /// Who depends on the object. Changed only under the lock of who keeps all sights.
  Set<Key> holders() {
    return holders;
  }

  /// What is seen; from now on each change of it wakes this Kustomization.
  Seen look(Key key) {
    waiting.add(key);
    return seen();
  }

  /// It does not wait any more.
  void enough(Key key) {
    waiting.remove(key);
  }

  Seen seen() {
    return trouble.get().orElseGet(told::get);
  }

  /// Whether nothing watches the object, since its kind is not known to be served.
  boolean isIdle() {
    return reflector.get().isEmpty();
  }

  /// The kind is served: watches the object.
  synchronized void served(ResourceType type) {
    if (type.namespaced() == subject.namespace().isEmpty()) {
      tell(new Seen.NoPlace(type.namespaced()));
    } else if (reflector.get().isPresent()) {
      reflector.get().get().kick();
    } else {
      tell(new Seen.NotYet());
      reflector.set(Optional.of(watch.apply(type, this)));
    }
  }

  @Override
  public void changed(Manifest object, boolean fromList) {
    tell(Seen.There.of(object, subject.whole()));
  }

  @Override
  public void gone(ObjectId which, String resourceVersion) {
    tell(new Seen.Missing());
  }

  @Override
  public void synced(Set<ObjectId> listed, String resourceVersion) {
    if (listed.isEmpty()) {
      tell(new Seen.Missing());
    }
  }

  /// The kind is not served, or not any more.
  @Override
  public void absent() {
    tell(new Seen.NoKind());
    unserved.accept(this);
  }

  /// What was seen before holds while the server is away, but not where it refuses.
  @Override
  public void troubled(RuntimeException why) {
    boolean refused = why instanceof ApiError error && !error.isRetryable();
    if (refused || seen() instanceof Seen.NotYet) {
      String words = why.getMessage() == null ? why.toString() : why.getMessage();
      change(() -> trouble.set(Optional.of(new Seen.Hidden(words))));
    }
  }

  @Override
  public void recovered() {
    change(() -> trouble.set(Optional.empty()));
  }

  private void tell(Seen now) {
    change(() -> told.set(now));
  }

  private void change(Runnable change) {
    Seen before = seen();
    change.run();
    if (!before.equals(seen())) {
      waiting.forEach(wake);
    }
  }

  @Override
  public void close() {
    reflector.get().ifPresent(Reflector::close);
  }
}
