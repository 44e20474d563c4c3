package dev.levada.core.fuzz;

import java.util.Map;

/// Any bytes as a patch, be it for a strategic merge or of JSON operations.
public final class PatchTarget {

  private static final byte[] KUSTOMIZATION =
      Builds.bytes(
          """
          resources: [base.yaml]
          patches:
          - path: patch.yaml
            target: {kind: Deployment}
          """);
  private static final byte[] WITHOUT_TARGET =
      Builds.bytes(
          """
          resources: [base.yaml]
          patches:
          - path: patch.yaml
          """);

  private PatchTarget() {}

  /// One input.
  public static void fuzzerTestOneInput(byte[] input) {
    Builds.build(Map.of("kustomization.yaml", KUSTOMIZATION, "patch.yaml", input));
    Builds.build(Map.of("kustomization.yaml", WITHOUT_TARGET, "patch.yaml", input));
  }
}
