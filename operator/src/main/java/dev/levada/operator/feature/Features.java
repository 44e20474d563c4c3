package dev.levada.operator.feature;

import java.util.EnumSet;
import java.util.Set;

/// Which features are on.
///
/// @param on those
public record Features(Set<Feature> on) {

  /// Copies the set.
  public Features {
    on = Set.copyOf(on);
  }

  /// Reads `A=true,B=false`, as `--feature-gates` has it.
  ///
  /// @throws IllegalArgumentException where a name or a value is not known; the message says which
  public static Features of(String gates) {
    Set<Feature> on = EnumSet.noneOf(Feature.class);
    for (Feature feature : Feature.values()) {
      if (feature.isUsual()) {
        on.add(feature);
      }
    }
    for (String gate : gates.split(",", -1)) {
      if (!gate.isBlank()) {
        set(gate.strip(), on);
      }
    }
    return new Features(on);
  }

  private static void set(String gate, Set<Feature> on) {
    int equals = gate.indexOf('=');
    String name = equals < 0 ? gate : gate.substring(0, equals);
    String value = equals < 0 ? "" : gate.substring(equals + 1);
    Feature feature = named(name);
    switch (value) {
      case "true" -> on.add(feature);
      case "false" -> on.remove(feature);
      default ->
          throw new IllegalArgumentException(
              "feature-gate '" + name + "' has the value '" + value + "': write true or false");
    }
  }

  private static Feature named(String name) {
    for (Feature feature : Feature.values()) {
      if (feature.gate().equals(name)) {
        return feature;
      }
    }
    throw new IllegalArgumentException("feature-gate '" + name + "' not supported");
  }

  /// Whether a feature is on.
  public boolean isOn(Feature feature) {
    return on.contains(feature);
  }
}
