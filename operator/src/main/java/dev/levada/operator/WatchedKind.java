package dev.levada.operator;

import dev.levada.api.Metadata;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.observe.Reflector;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.operator.report.Finalizers;
import dev.levada.operator.report.ImageReport;
import dev.levada.operator.report.StatusWriter;
import dev.levada.operator.runtime.Reconciler;
import dev.levada.operator.runtime.ResourceCache;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// One kind of custom resource: its objects, who watches them, and who writes to them.
///
/// @param <T> what an object is parsed to
final class WatchedKind<T> {

  private final EngineBase base;
  private final ResourceType type;
  private final String manager;
  private final ResourceCache<T> objects;
  private final Function<T, Mapping> status;
  private final AtomicReference<Optional<Reflector>> reflector =
      new AtomicReference<>(Optional.empty());

  /// @param type the kind and its path
  /// @param manager the field manager of status and finalizers, and the component of events
  /// @param parse reads an object
  /// @param status an object's status
  WatchedKind(
      EngineBase base,
      ResourceType type,
      String manager,
      Function<Manifest, T> parse,
      Function<T, Mapping> status) {
    this.base = base;
    this.type = type;
    this.manager = manager;
    this.objects = new ResourceCache<>(parse);
    this.status = status;
  }

  ResourceCache<T> objects() {
    return objects;
  }

  ImageReport report() {
    GroupVersionKind kind = type.type();
    var writer =
        new StatusWriter(
            base.client(),
            type,
            manager,
            ImageReport.CONDITIONS,
            object -> objects.find(object.namespace(), object.name()).map(status),
            objects::written,
            base.clock());
    return new ImageReport(kind, manager, writer, base.events());
  }

  Finalizers finalizers() {
    return new Finalizers(base.client(), type, manager, objects::written);
  }

  /// Hands objects to a controller, now and whenever a user changes one.
  void run(Reconciler controller, int concurrent, Function<T, Metadata> metadata) {
    String kind = type.type().kind();
    base.controllers().register(kind, controller, concurrent);
    objects.listen(Edges.to(base.controllers(), kind, metadata));
  }

  void watch() {
    reflector.set(Optional.of(Reflector.start(base.client(), type, base.selection(), objects)));
  }

  boolean awaitSynced(Duration longest) throws InterruptedException {
    return objects.awaitSynced(longest);
  }

  void close() {
    reflector.get().ifPresent(Reflector::close);
  }
}
