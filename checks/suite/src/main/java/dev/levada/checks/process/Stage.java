package dev.levada.checks.process;

import dev.levada.api.CustomResourceDefinitions;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.KubectlResult;
import java.nio.charset.StandardCharsets;

/// Prepares a control plane for Levada: the CRDs are installed and known to the API server.
public final class Stage {

  private Stage() {}

  /// Installs the CRDs and the engine's namespace.
  public static void prepare(ControlPlane cluster) {
    var yaml =
        new StringBuilder("{apiVersion: v1, kind: Namespace, metadata: {name: flux-system}}");
    for (String name : CustomResourceDefinitions.names()) {
      yaml.append("\n---\n")
          .append(new String(CustomResourceDefinitions.yaml(name), StandardCharsets.UTF_8));
    }
    require(cluster.kubectlReading(yaml.toString(), "apply", "--server-side", "-f", "-"));
    require(
        cluster.kubectl("wait", "crd", "--all", "--for=condition=Established", "--timeout=60s"));
  }

  /// Gives back what the command printed.
  ///
  /// @throws AssertionError where it failed, with what it said
  public static String require(KubectlResult result) {
    if (!result.succeeded()) {
      throw new AssertionError(result.command() + " failed: " + result.stderr());
    }
    return result.stdout();
  }
}
