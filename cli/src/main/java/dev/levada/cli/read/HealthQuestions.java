package dev.levada.cli.read;

import dev.levada.cli.surroundings.Cluster;
import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.ResourceType;
import dev.levada.core.health.Health;
import dev.levada.core.health.HealthRules;
import dev.levada.core.health.Status;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.inventory.Inventory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Asks a cluster how objects do, all at once.
///
/// @param cluster where the objects are
record HealthQuestions(Cluster cluster) {

  /// How each object does; one that may not be read is unknown.
  Map<Inventory.Item, Health> of(List<Inventory.Item> items) {
    List<Callable<Health>> questions =
        items.stream().<Callable<Health>>map(item -> () -> of(item)).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Health>> answers = threads.invokeAll(questions);
      var verdicts = new LinkedHashMap<Inventory.Item, Health>();
      for (int i = 0; i < items.size(); i++) {
        verdicts.put(items.get(i), answers.get(i).resultNow());
      }
      return verdicts;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("asking for health was interrupted");
    }
  }

  private Health of(Inventory.Item item) {
    ObjectId id = item.id();
    try {
      Optional<ResourceType> type =
          cluster.resource(new GroupVersionKind(id.group(), item.version(), id.kind()));
      return type.flatMap(served -> cluster.find(served, id.namespace(), id.name()))
          .map(HealthRules::of)
          .orElse(Health.NOT_FOUND);
    } catch (ApiError e) {
      return new Health(Status.UNKNOWN, e.message());
    }
  }
}
