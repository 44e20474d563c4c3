package dev.levada.fetch.store;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Gzip that spends little time: an archive is written once and read a few times.
final class FastGzip extends GZIPOutputStream {

  private static final int BUFFER = 64 << 10;

  /// @param out takes the compressed bytes
  FastGzip(OutputStream out) throws IOException {
    super(out, BUFFER);
    def.setLevel(Deflater.BEST_SPEED);
  }
}
