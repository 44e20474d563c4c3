package dev.levada.core.gotemplate.number;

/// An unsigned number: a byte of a string, a part of a version.
///
/// @param value the number; of 64 bits it is to be read as unsigned
/// @param bits 8 or 64
public record Unsigned(long value, int bits) {

  private static final Unsigned[] BYTES = bytes();

  /// A uint8.
  public static Unsigned ofByte(int value) {
    return BYTES[value & 0xff];
  }

  /// A uint64.
  public static Unsigned of64(long value) {
    return new Unsigned(value, 64);
  }

  private static Unsigned[] bytes() {
    var bytes = new Unsigned[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = new Unsigned(i, 8);
    }
    return bytes;
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(value);
  }
}
