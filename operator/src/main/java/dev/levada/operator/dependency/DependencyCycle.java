package dev.levada.operator.dependency;

import dev.levada.api.Kustomization;
import dev.levada.core.manifest.ObjectId;
import dev.levada.operator.runtime.ResourceCache;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Finds a way from a Kustomization along `dependsOn` back to itself.
public final class DependencyCycle {

  private DependencyCycle() {}

  /// Whether there is such a way over Kustomizations alone, ready or not.
  ///
  /// @param start where it begins and ends
  /// @param objects the Kustomizations as the cluster has them
  public static boolean isIn(Kustomization start, ResourceCache<Kustomization> objects) {
    return through(start.id(), next -> dependencies(next, objects, _ -> true)).isPresent();
  }

  /// The shortest such way over Kustomizations that wait until the next is ready, as `apps/a ->
  /// apps/b -> apps/a`; empty where there is none.
  ///
  /// @param start where it begins and ends
  /// @param objects the Kustomizations as the cluster has them
  static Optional<String> through(Kustomization start, ResourceCache<Kustomization> objects) {
    return through(start.id(), next -> needs(next, objects));
  }

  /// The shortest way from an object back to it.
  ///
  /// @param start where it begins and ends
  /// @param needs what each object waits for
  static Optional<String> through(
      ObjectId start, Function<ObjectId, ? extends Collection<ObjectId>> needs) {
    Map<ObjectId, ObjectId> from = new HashMap<>();
    Deque<ObjectId> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      ObjectId one = open.removeFirst();
      for (ObjectId next : needs.apply(one)) {
        if (next.equals(start)) {
          return Optional.of(way(start, one, from));
        }
        if (from.putIfAbsent(next, one) == null) {
          open.addLast(next);
        }
      }
    }
    return Optional.empty();
  }

  private static String way(ObjectId first, ObjectId last, Map<ObjectId, ObjectId> from) {
    Deque<ObjectId> way = new ArrayDeque<>(List.of(first));
    for (ObjectId at = last; !at.equals(first); at = from.getOrDefault(at, first)) {
      way.addFirst(at);
    }
    way.addFirst(first);
    return way.stream().map(DependencyCycle::name).collect(Collectors.joining(" -> "));
  }

  /// What a Kustomization of the cluster waits for until it is ready; nothing for any other object.
  static List<ObjectId> needs(ObjectId id, ResourceCache<Kustomization> objects) {
    return dependencies(id, objects, Kustomization.Dependency::ready);
  }

  private static List<ObjectId> dependencies(
      ObjectId id,
      ResourceCache<Kustomization> objects,
      Predicate<Kustomization.Dependency> counts) {
    return isKustomization(id)
        ? objects.find(id.namespace(), id.name()).stream()
            .flatMap(object -> object.spec().dependencies().stream())
            .filter(counts)
            .map(Kustomization.Dependency::id)
            .toList()
        : List.of();
  }

  private static boolean isKustomization(ObjectId id) {
    return id.group().equals(Kustomization.TYPE.group()) && id.kind().equals(Kustomization.KIND);
  }

  private static String name(ObjectId id) {
    return isKustomization(id) ? id.namespace() + "/" + id.name() : id.subject();
  }
}
