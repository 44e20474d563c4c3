package dev.levada.operator.deploy;

import dev.levada.api.Kustomization;
import dev.levada.operator.runtime.ResourceCache;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds a way from a Kustomization along `dependsOn` back to itself.
final class DependencyCycle {

  private DependencyCycle() {}

  /// The shortest such way, as `apps/a -> apps/b -> apps/a`; empty where there is none.
  ///
  /// @param start where it begins and ends
  /// @param objects the Kustomizations as the cluster has them
  static Optional<String> through(Kustomization start, ResourceCache<Kustomization> objects) {
    String first = start.metadata().namespace() + "/" + start.metadata().name();
    Map<String, String> from = new HashMap<>();
    Deque<Kustomization> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      Kustomization one = open.removeFirst();
      String name = one.metadata().namespace() + "/" + one.metadata().name();
      for (Kustomization.Dependency dependency : one.spec().dependencies()) {
        String next = dependency.namespace() + "/" + dependency.name();
        if (next.equals(first)) {
          return Optional.of(way(first, name, from));
        }
        if (from.putIfAbsent(next, name) == null) {
          objects.find(dependency.namespace(), dependency.name()).ifPresent(open::addLast);
        }
      }
    }
    return Optional.empty();
  }

  private static String way(String first, String last, Map<String, String> from) {
    Deque<String> names = new ArrayDeque<>(List.of(first));
    for (String at = last; !at.equals(first); at = from.getOrDefault(at, first)) {
      names.addFirst(at);
    }
    names.addFirst(first);
    return String.join(" -> ", names);
  }
}
