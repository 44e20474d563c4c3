package dev.levada.core.helm.schema;

import dev.levada.core.failure.Explained;

/// Values that do not fit the schema of a chart.
public final class ValuesRefused extends Explained {

  /// @param message what does not fit in which chart, in Helm's words
  ValuesRefused(String message) {
    super(message, "");
  }
}
