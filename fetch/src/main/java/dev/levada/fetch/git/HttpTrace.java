package dev.levada.fetch.git;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What one operation saw on the wire, so that its failure is told by facts and not by the text of
/// a library's message.
final class HttpTrace {

  private final AtomicInteger status = new AtomicInteger();
  private final AtomicLong received = new AtomicLong();

  /// Notes an answer's status.
  void answered(int code) {
    status.set(code);
  }

  /// The status of the last answer; 0 before any.
  int lastStatus() {
    return status.get();
  }

  /// Counts bytes of answers and returns how many there were in all.
  long count(long bytes) {
    return received.addAndGet(bytes);
  }
}
