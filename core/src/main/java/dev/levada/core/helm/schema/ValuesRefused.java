package dev.levada.core.helm.schema;

/// Values that do not fit the schema of a chart.
public final class ValuesRefused extends RuntimeException {

  /// @param message what does not fit in which chart, in Helm's words
  ValuesRefused(String message) {
    super(message);
  }

  /// What does not fit in which chart, in Helm's words.
  public String text() {
    return String.valueOf(getMessage());
  }
}
