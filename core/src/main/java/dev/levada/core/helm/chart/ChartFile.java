package dev.levada.core.helm.chart;

import dev.levada.core.gotemplate.value.GoStrings;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A file of a chart.
public final class ChartFile {

  private final String name;
  private final byte[] data;
  private @Nullable String text;

  /// @param name the path inside the chart
  /// @param data the content, which nobody changes any more
  public ChartFile(String name, byte[] data) {
    this.name = name;
    this.data = data;
  }

  /// The path inside the chart, with slashes.
  public String name() {
    return name;
  }

  /// The content; whoever reads it must not change it.
  public byte[] data() {
    return data;
  }

  /// The content as text; made once, so that what is kept by it is found quickly.
  public String text() {
    String known = text;
    if (known == null) {
      known = GoStrings.of(data);
      text = known;
    }
    return known;
  }

  /// The same content under another name.
  ChartFile renamed(String other) {
    return new ChartFile(other, data);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChartFile that
        && name.equals(that.name)
        && Arrays.equals(data, that.data);
  }

  @Override
  public int hashCode() {
    return name.hashCode() * 31 + Arrays.hashCode(data);
  }

  @Override
  public String toString() {
    return name + " (" + data.length + " bytes)";
  }
}
