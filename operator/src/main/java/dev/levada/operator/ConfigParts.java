package dev.levada.operator;

import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.access.Selection;
import dev.levada.cluster.observe.Reflector;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.operator.ingredient.ConfigVersion;
import dev.levada.operator.ingredient.WatchedConfigs;
import dev.levada.operator.runtime.ResourceCache;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Watches the ConfigMaps and Secrets whose label says so, for those that use them (flux-api §0.3).
final class ConfigParts {

  private final EngineBase base;
  private final WatchedConfigs watched;
  private final List<Reflector> reflectors = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  ConfigParts(EngineBase base, WatchedConfigs watched) {
    this.base = base;
    this.watched = watched;
  }

  /// Adds a listener, which hears of `Kind/namespace/name`.
  void listen(Consumer<String> listener) {
    listeners.add(listener);
  }

  void watch() {
    watch("ConfigMap", "configmaps");
    watch("Secret", "secrets");
  }

  private void watch(String kind, String plural) {
    var cache = new ResourceCache<>(object -> ConfigVersion.of(kind, object));
    cache.listen((before, after) -> changed(cache, before, after));
    reflectors.add(
        Reflector.start(
            base.client(),
            new ResourceType(new GroupVersionKind("", "v1", kind), plural, true),
            new Selection(
                base.selection().namespace(), base.options().inputs().watchedConfigs(), ""),
            cache));
  }

  // What the first list tells is no change: whoever uses it is looked after anyway.
  private void changed(
      ResourceCache<ConfigVersion> cache,
      @Nullable ConfigVersion before,
      @Nullable ConfigVersion after) {
    if (after != null) {
      watched.changed(after);
    } else if (before != null) {
      watched.gone(before.name());
    }
    ConfigVersion known = after == null ? before : after;
    if (known != null && (before != null || isSynced(cache))) {
      listeners.forEach(listener -> listener.accept(known.name()));
    }
  }

  private static boolean isSynced(ResourceCache<ConfigVersion> cache) {
    try {
      return cache.awaitSynced(Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void close() {
    reflectors.forEach(Reflector::close);
  }
}
