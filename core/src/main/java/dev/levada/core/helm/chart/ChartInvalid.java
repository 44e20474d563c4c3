package dev.levada.core.helm.chart;

/// A chart that cannot be read or may not be installed.
public final class ChartInvalid extends RuntimeException {

  private final String fix;

  /// @param message what is wrong, in the words that Helm uses
  /// @param fix what to do about it; empty where the message says it
  public ChartInvalid(String message, String fix) {
    super(message);
    this.fix = fix;
  }

  /// What is wrong, in the words that Helm uses.
  public String text() {
    return String.valueOf(getMessage());
  }

  /// What to do about it; empty where the message says it.
  public String fix() {
    return fix;
  }
}
