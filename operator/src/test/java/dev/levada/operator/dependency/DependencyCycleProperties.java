package dev.levada.operator.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.ObjectId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever waits for whatever: a circle is told exactly where there is one, and what is told is
/// one, with no shorter beside it.
class DependencyCycleProperties {

  private static final int MOST = 6;

  private static ObjectId node(int number) {
    return number % 2 == 0
        ? new ObjectId("kustomize.toolkit.fluxcd.io", "Kustomization", "apps", "n" + number)
        : new ObjectId("example.org", "Widget", "apps", "n" + number);
  }

  private static String name(int number) {
    return number % 2 == 0 ? "apps/n" + number : "Widget/apps/n" + number;
  }

  @Provide
  Arbitrary<List<Set<Integer>>> graphs() {
    return Arbitraries.integers().between(0, MOST - 1).set().ofMaxSize(3).list().ofSize(MOST);
  }

  @Property(tries = 2_000)
  void theShortestCircleIsToldWhereThereIsOne(@ForAll("graphs") List<Set<Integer>> graph) {
    var ids = new TreeMap<String, Integer>();
    for (int i = 0; i < MOST; i++) {
      ids.put(node(i).toString(), i);
    }
    Optional<String> told =
        DependencyCycle.through(
            node(0),
            id ->
                graph.get(ids.get(id.toString())).stream()
                    .map(DependencyCycleProperties::node)
                    .toList());
    int steps = stepsBack(graph);
    assertThat(told.isPresent()).isEqualTo(steps > 0);
    told.ifPresent(way -> {
      List<Integer> numbers = numbers(way);
      assertThat(numbers).hasSize(steps + 1).startsWith(0).endsWith(0);
      for (int i = 0; i < steps; i++) {
        assertThat(graph.get(numbers.get(i))).contains(numbers.get(i + 1));
      }
    });
  }

  /// How many steps lead from the first back to it; 0 where none do.
  private static int stepsBack(List<Set<Integer>> graph) {
    Set<Integer> reached = new HashSet<>(graph.getFirst());
    for (int steps = 1; steps <= MOST; steps++) {
      if (reached.contains(0)) {
        return steps;
      }
      var next = new HashSet<Integer>();
      reached.forEach(one -> next.addAll(graph.get(one)));
      reached = next;
    }
    return 0;
  }

  private static List<Integer> numbers(String way) {
    Map<String, Integer> byName = new TreeMap<>();
    for (int i = 0; i < MOST; i++) {
      byName.put(name(i), i);
    }
    var numbers = new ArrayList<Integer>();
    for (String name : way.split(" -> ", -1)) {
      numbers.add(byName.get(name));
    }
    return numbers;
  }
}
