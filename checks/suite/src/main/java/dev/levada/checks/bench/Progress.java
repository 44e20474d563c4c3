package dev.levada.checks.bench;

import dev.levada.api.Condition;
import dev.levada.cluster.observe.Reflector;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/// Watches objects of one kind until so many of them are as wanted.
final class Progress implements Reflector.Sink {

  private record Goal(Predicate<Manifest> reached, Set<String> names, CountDownLatch left) {}

  private final AtomicReference<Goal> goal =
      new AtomicReference<>(
          new Goal(_ -> false, ConcurrentHashMap.newKeySet(), new CountDownLatch(0)));

  /// Wants so many objects to be so from now on.
  void want(int count, Predicate<Manifest> reached) {
    goal.set(new Goal(reached, ConcurrentHashMap.newKeySet(), new CountDownLatch(count)));
  }

  /// @throws AssertionError where they are not in time
  void await(String what, Duration longest) throws InterruptedException {
    Goal wanted = goal.get();
    if (!wanted.left().await(longest.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError(
          wanted.left().getCount() + " left that are not " + what + " after " + longest);
    }
  }

  static Predicate<Manifest> readyAt(Predicate<String> revision) {
    return object -> {
      Mapping status = object.root().mappingAt("status");
      return Condition.isTrue(status, Condition.READY)
          && revision.test(status.textAt("lastAppliedRevision"));
    };
  }

  @Override
  public void changed(Manifest object, boolean fromList) {
    Goal wanted = goal.get();
    if (wanted.reached().test(object) && wanted.names().add(object.name())) {
      wanted.left().countDown();
    }
  }
}
