package dev.levada.operator.runtime;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Something that may happen to the runtime.
sealed interface Step {

  record Enqueue(Key key, Urgency urgency, boolean supersedes) implements Step {}

  record EnqueueAfter(Key key, int seconds, Urgency urgency) implements Step {}

  record Forget(Key key) implements Step {}

  record Advance(int seconds) implements Step {}

  /// One of the active runs ends.
  record End(int which, int answer, int seconds) implements Step {}

  /// One of the active runs waits.
  record Park(int which, int seconds) implements Step {}

  /// The gate of one of the runs opens, parked or not.
  record Open(int which) implements Step {}

  static Arbitrary<Step> any() {
    var keys =
        Combinators.combine(
                Arbitraries.of("Kustomization", "HelmRelease"),
                Arbitraries.of("shop", "bank", "zoo"),
                Arbitraries.of("a", "b", "c", "d"))
            .as(Key::new);
    var urgencies = Arbitraries.of(Urgency.class);
    var which = Arbitraries.integers().between(0, 50);
    var seconds = Arbitraries.integers().between(0, 40);
    Arbitrary<Step> enqueue =
        Combinators.combine(keys, urgencies, Arbitraries.of(true, false, false)).as(Enqueue::new);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(8, enqueue),
        net.jqwik.api.Tuple.of(
            2, Combinators.combine(keys, seconds, urgencies).as(EnqueueAfter::new)),
        net.jqwik.api.Tuple.of(1, keys.map(Forget::new)),
        net.jqwik.api.Tuple.of(2, seconds.map(Advance::new)),
        net.jqwik.api.Tuple.of(
            6,
            Combinators.combine(which, Arbitraries.integers().between(0, 3), seconds).as(End::new)),
        net.jqwik.api.Tuple.of(4, Combinators.combine(which, seconds).as(Park::new)),
        net.jqwik.api.Tuple.of(3, which.map(Open::new)));
  }
}
