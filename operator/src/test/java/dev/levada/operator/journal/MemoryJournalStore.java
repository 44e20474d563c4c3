package dev.levada.operator.journal;

import dev.levada.cluster.access.ApiUnreachable;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/// Keeps the journal where the test can see it, and away where the test wants it so.
final class MemoryJournalStore implements JournalStore {

  private final AtomicReference<Optional<String>> text = new AtomicReference<>(Optional.empty());
  private final AtomicBoolean away = new AtomicBoolean();
  private final BlockingQueue<String> writes = new LinkedBlockingQueue<>();

  void away(boolean isAway) {
    away.set(isAway);
  }

  void put(String page) {
    text.set(Optional.of(page));
  }

  /// The next write that was made; waits for it.
  String nextWrite() throws InterruptedException {
    return writes.take();
  }

  int writesLeft() {
    return writes.size();
  }

  @Override
  public String subject() {
    return "memory";
  }

  @Override
  public Optional<String> read() {
    return text.get();
  }

  @Override
  public void write(String page) {
    if (away.get()) {
      throw new ApiUnreachable("PATCH configmaps", new IOException("no route"));
    }
    text.set(Optional.of(page));
    writes.add(page);
  }
}
