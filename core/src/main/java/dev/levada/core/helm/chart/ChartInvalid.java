package dev.levada.core.helm.chart;

import dev.levada.core.failure.Explained;

/// A chart that cannot be read or may not be installed.
public final class ChartInvalid extends Explained {

  /// @param message what is wrong, in the words that Helm uses
  /// @param fix what to do about it; empty where the message says it
  public ChartInvalid(String message, String fix) {
    super(message, fix);
  }
}
