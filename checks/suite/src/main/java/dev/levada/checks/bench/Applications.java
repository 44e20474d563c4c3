package dev.levada.checks.bench;

import static dev.levada.checks.process.Stage.require;

import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.access.Selection;
import dev.levada.cluster.observe.Reflector;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.testbed.kubernetes.ControlPlane;

/// So many applications of one layout, as Kustomizations in the namespace `bench`.
///
/// @param layout how they lie in their repository
/// @param count how many
record Applications(Layout layout, int count) {

  static final Selection IN_BENCH = new Selection("bench", "", "");

  private static final ResourceType KUSTOMIZATIONS =
      new ResourceType(
          new GroupVersionKind("kustomize.toolkit.fluxcd.io", "v1", "Kustomization"),
          "kustomizations",
          true);

  /// Creates the Kustomizations and the GitRepository behind them.
  void create(ControlPlane cluster, String url) {
    var objects = new StringBuilder();
    objects.append(
        """
        {"apiVersion":"source.toolkit.fluxcd.io/v1","kind":"GitRepository","metadata":{"name":"bench","namespace":"bench"},
         "spec":{"interval":"30m","url":"%s","ref":{"branch":"main"}}}
        """
            .formatted(url));
    for (int i = 0; i < count; i++) {
      objects.append(layout.kustomization(i));
    }
    require(cluster.kubectlReading(objects.toString(), "create", "-f", "-"));
  }

  /// Watches the Kustomizations.
  static Reflector watch(KubeClient client, Progress progress) {
    return Reflector.start(client, KUSTOMIZATIONS, IN_BENCH, progress);
  }

  /// Asks the engine to fetch.
  static void fetch(ControlPlane cluster) {
    require(
        cluster.kubectl(
            "-n",
            "bench",
            "annotate",
            "gitrepository",
            "bench",
            "--overwrite",
            "reconcile.fluxcd.io/requestedAt=" + System.nanoTime()));
  }
}
