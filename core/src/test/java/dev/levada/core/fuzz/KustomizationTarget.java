package dev.levada.core.fuzz;

import java.util.Map;

/// Any bytes as a kustomization file.
public final class KustomizationTarget {

  private KustomizationTarget() {}

  /// One input.
  public static void fuzzerTestOneInput(byte[] input) {
    Builds.build(Map.of("kustomization.yaml", input));
  }
}
