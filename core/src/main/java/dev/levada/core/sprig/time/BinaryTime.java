package dev.levada.core.sprig.time;

import dev.levada.core.gotemplate.value.GoBytes;
import java.nio.ByteBuffer;
import java.time.Duration;

/// A time in the bytes in which Go stores it.
final class BinaryTime {

  private static final int MINUTE = 60;

  private BinaryTime() {}

  /// A version, the seconds since the zero time, the nanoseconds, and the offset in minutes: -1 for
  /// UTC. An offset with seconds makes it the second version, which has them at its end.
  static GoBytes of(GoTime time) {
    int offset = time.at().getOffset().getTotalSeconds();
    int seconds = offset % MINUTE;
    ByteBuffer bytes = ByteBuffer.allocate(seconds == 0 ? 15 : 16);
    bytes.put((byte) (seconds == 0 ? 1 : 2));
    bytes.putLong(Duration.between(GoTime.ZERO.at(), time.at()).toSeconds());
    bytes.putInt(time.at().getNano());
    bytes.putShort((short) (time.location().equals("UTC") ? -1 : offset / MINUTE));
    if (seconds != 0) {
      bytes.put((byte) seconds);
    }
    return new GoBytes(bytes.array());
  }
}
