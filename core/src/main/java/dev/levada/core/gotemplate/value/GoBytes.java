package dev.levada.core.gotemplate.value;

import dev.levada.core.gotemplate.number.Unsigned;
import java.util.Arrays;

/// A `[]byte`, such as a chart's file.
public final class GoBytes implements GoSlice {

  private final byte[] bytes;

  /// @param bytes this slice's from now on
  public GoBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public SliceType type() {
    return SliceType.BYTES;
  }

  @Override
  public int size() {
    return bytes.length;
  }

  @Override
  public Object get(int index) {
    return Unsigned.ofByte(bytes[index]);
  }

  @Override
  public GoBytes slice(int from, int to) {
    return new GoBytes(Arrays.copyOfRange(bytes, from, to));
  }

  /// A copy of the bytes.
  public byte[] toArray() {
    return bytes.clone();
  }

  /// The bytes as a Go string.
  public String text() {
    return GoStrings.of(bytes);
  }
}
