package dev.levada.core.helm.chart;

/// How large a chart may be.
///
/// @param total the bytes of all its files, unpacked
/// @param file the bytes of one file, unpacked
/// @param files how many files it may have, those of its subcharts included
/// @param depth how deep subcharts may be nested
public record ChartLimits(long total, long file, int files, int depth) {

  /// What Helm allows, and bounds where Helm has none.
  public static final ChartLimits DEFAULT = new ChartLimits(100L << 20, 5L << 20, 20_000, 20);
}
