package dev.levada.cluster.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// Runs a step for each of many objects on virtual threads, a few at once, and gives the results in
/// the objects' order.
final class Parallel {

  private Parallel() {}

  /// @throws InterruptedException where the caller is told to stop; the steps under way are
  ///   interrupted too
  static <A, B> List<B> map(List<A> inputs, int atOnce, Function<A, B> step)
      throws InterruptedException {
    if (inputs.size() == 1) {
      return List.of(step.apply(inputs.getFirst()));
    }
    var permits = new Semaphore(atOnce);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<B>> running = new ArrayList<>(inputs.size());
      for (A input : inputs) {
        permits.acquire();
        running.add(
            threads.submit(() -> {
              try {
                return step.apply(input);
              } finally {
                permits.release();
              }
            }));
      }
      return collect(running);
    }
  }

  private static <B> List<B> collect(List<Future<B>> running) throws InterruptedException {
    var results = new ArrayList<B>(running.size());
    for (Future<B> future : running) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        running.forEach(other -> other.cancel(true));
        switch (e.getCause()) {
          case RuntimeException problem -> throw problem;
          case Error error -> throw error;
          case null, default -> throw new AssertionError("a step throws nothing checked", e);
        }
      }
    }
    return results;
  }
}
