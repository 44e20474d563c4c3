package dev.levada.core.helm.chart;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that fails once more has been read from it than allowed, skipped bytes included.
final class BoundedStream extends FilterInputStream {

  private final long most;
  private long count;

  BoundedStream(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = in.read(bytes, from, length);
    count(Math.max(read, 0));
    return read;
  }

  @Override
  public long skip(long length) throws IOException {
    long skipped = in.skip(length);
    count(skipped);
    return skipped;
  }

  private void count(long bytes) throws IOException {
    count += bytes;
    if (count > most) {
      throw new IOException("decompressed chart is larger than the maximum size " + most / 2);
    }
  }
}
