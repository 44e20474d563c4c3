package dev.levada.core.gotemplate.number;

/// An int64, which templates can tell from an int (a `Long`): results of arithmetic, `--set`.
///
/// @param value the number
public record Int64(long value) {

  private static final int CACHED = 256;
  private static final Int64[] CACHE = cache();

  /// The same number, from a cache where it is small.
  public static Int64 of(long value) {
    return value >= 0 && value < CACHED ? CACHE[(int) value] : new Int64(value);
  }

  private static Int64[] cache() {
    var cache = new Int64[CACHED];
    for (int i = 0; i < CACHED; i++) {
      cache[i] = new Int64(i);
    }
    return cache;
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
