package dev.levada.cluster.access;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// An answer's body that is read as it comes: no more bytes an item than allowed, and no read that
/// waits for ever.
final class GuardedStream extends FilterInputStream {

  private static final long NOT_READING = Long.MIN_VALUE;

  private final long bytesAnItem;
  private final long patience;
  private long left;
  private volatile long waitingSince = NOT_READING;

  GuardedStream(InputStream body, long bytesAnItem, Duration patience) {
    super(body);
    this.bytesAnItem = bytesAnItem;
    this.patience = patience.toNanos();
    this.left = bytesAnItem;
  }

  /// The next item begins.
  void nextItem() {
    left = bytesAnItem;
  }

  /// Whether a read has been waiting for longer than the stream is patient.
  boolean isStuck(long now) {
    long since = waitingSince;
    return since != NOT_READING && now - since > patience;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    waitingSince = System.nanoTime();
    try {
      int count = super.read(buffer, offset, length);
      left -= Math.max(0, count);
      if (left < 0) {
        throw new IOException("an item is larger than " + bytesAnItem + " bytes");
      }
      return count;
    } finally {
      waitingSince = NOT_READING;
    }
  }
}
