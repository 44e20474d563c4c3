package dev.levada.cluster.observe;

import dev.levada.cluster.access.ApiError;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// What is known of the live objects of one kind, from its watch and from answers to our own
/// applies, whichever is later.
final class KindRecord implements Reflector.Sink {

  private final Function<Manifest, Live> digester;
  private final BiConsumer<ObjectId, Optional<Live>> news;
  private final Runnable whenAbsent;
  private final Map<ObjectId, Live> objects = new HashMap<>();
  private Optional<RuntimeException> trouble = Optional.empty();
  private boolean known;
  // How far the watch has come: what is older and not here is gone.
  private String reached = "0";

  /// @param digester makes of an object what is remembered of it
  /// @param news hears of each change; empty for an object that is gone
  /// @param whenAbsent runs where the server turns out not to serve the kind
  KindRecord(
      Function<Manifest, Live> digester,
      BiConsumer<ObjectId, Optional<Live>> news,
      Runnable whenAbsent) {
    this.digester = digester;
    this.news = news;
    this.whenAbsent = whenAbsent;
  }

  synchronized Optional<Live> find(ObjectId id) {
    return Optional.ofNullable(objects.get(id));
  }

  /// The answer to an apply of ours.
  ///
  /// @return its digest
  Live observed(Manifest object) {
    Live live = digester.apply(object);
    keepUnlessOvertaken(live);
    return live;
  }

  private synchronized void keepUnlessOvertaken(Live live) {
    if (objects.containsKey(live.id())
        || ResourceVersions.isLater(live.resourceVersion(), reached)) {
      keep(live);
    }
  }

  synchronized void removed(ObjectId id) {
    if (objects.remove(id) != null) {
      news.accept(id, Optional.empty());
    }
  }

  /// Waits until the list is complete or the kind is known to be absent; not where the server
  /// forbids to look.
  synchronized boolean awaitKnown(long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    while (!known && !isForbidden()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      // A wait of 0 ms would be one without end.
      wait(left / 1_000_000 + 1);
    }
    return known;
  }

  private boolean isForbidden() {
    return trouble.filter(ApiError.class::isInstance).map(ApiError.class::cast).stream()
        .anyMatch(ApiError::isForbidden);
  }

  /// Whether what is known of the kind can be relied on.
  synchronized boolean isReliable() {
    return known && !isForbidden();
  }

  synchronized Optional<RuntimeException> trouble() {
    return trouble;
  }

  synchronized int size() {
    return objects.size();
  }

  private synchronized boolean isNews(ObjectId id, String resourceVersion) {
    Live before = objects.get(id);
    return before == null || ResourceVersions.isLater(resourceVersion, before.resourceVersion());
  }

  private synchronized void keep(Live live) {
    if (isNews(live.id(), live.resourceVersion())) {
      objects.put(live.id(), live);
      news.accept(live.id(), Optional.of(live));
    }
  }

  @Override
  public void begin() {
    // What is known stays until the list is complete.
  }

  @Override
  public void changed(Manifest object, boolean fromList) {
    if (isNews(object.id(), object.resourceVersion())) {
      keep(digester.apply(object)); // digested outside the lock: many applies are told meanwhile
    }
    if (!fromList) {
      reached(object.resourceVersion());
    }
  }

  @Override
  public synchronized void gone(ObjectId id, String resourceVersion) {
    reached(resourceVersion);
    Live before = objects.get(id);
    if (before != null && !ResourceVersions.isLater(before.resourceVersion(), resourceVersion)) {
      removed(id);
    }
  }

  @Override
  public synchronized void synced(Set<ObjectId> listed, String resourceVersion) {
    Iterator<Live> lives = objects.values().iterator();
    while (lives.hasNext()) {
      Live live = lives.next();
      if (!listed.contains(live.id())
          && !ResourceVersions.isLater(live.resourceVersion(), resourceVersion)) {
        lives.remove();
        news.accept(live.id(), Optional.empty());
      }
    }
    // A cluster restored from a backup counts on from an earlier version.
    reached = resourceVersion;
    known = true;
    notifyAll();
  }

  @Override
  public synchronized void reached(String resourceVersion) {
    if (ResourceVersions.isLater(resourceVersion, reached)) {
      reached = resourceVersion;
    }
  }

  @Override
  public synchronized void absent() {
    whenAbsent.run();
    List.copyOf(objects.keySet()).forEach(this::removed);
    trouble = Optional.empty();
    known = true;
    notifyAll();
  }

  @Override
  public synchronized void troubled(RuntimeException why) {
    trouble = Optional.of(why);
    notifyAll();
  }

  @Override
  public synchronized void recovered() {
    trouble = Optional.empty();
  }
}
