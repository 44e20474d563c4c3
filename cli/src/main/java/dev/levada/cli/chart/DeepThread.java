package dev.levada.cli.chart;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A thread for what calls itself deeply: templates include templates, a thousand levels and more.
final class DeepThread {

  private static final long STACK = 512L << 20;

  private DeepThread() {}

  /// Runs the work and waits for its end; what it throws is thrown.
  static void run(Runnable work) {
    var thrown = new AtomicReference<@Nullable Throwable>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                work.run();
              } catch (RuntimeException | Error e) {
                thrown.set(e);
              }
            },
            "render",
            STACK);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    switch (thrown.get()) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> {}
    }
  }
}
