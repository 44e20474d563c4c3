package dev.levada.operator.journal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// Those who share one write of the journal.
final class Batch {

  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicBoolean written = new AtomicBoolean();

  void end(boolean isWritten) {
    written.set(isWritten);
    ended.countDown();
  }

  /// Waits for the end; whether it was written.
  boolean await() throws InterruptedException {
    ended.await();
    return written.get();
  }
}
