package dev.levada.testbed.kubernetes;

import dev.levada.testbed.kubernetes.Settings.Part;
import java.io.IOException;
import java.nio.file.Path;

/// Starts what runs beside etcd and the API server, all at once, and waits until it works.
///
/// @param settings which parts
/// @param lines their command lines
/// @param components where they are started
/// @param connection the API server
/// @param kubeconfig how they reach it
record Parts(
    Settings settings,
    CommandLines lines,
    Components components,
    Connection connection,
    Path kubeconfig) {

  /// The name of the one node.
  static final String NODE = "levada";

  private static final String NODE_JSON =
      """
      {"apiVersion": "v1", "kind": "Node",
       "metadata": {
         "name": "levada",
         "labels": {"kubernetes.io/hostname": "levada", "kubernetes.io/os": "linux", "kubernetes.io/arch": "amd64"}},
       "status": {
         "capacity": {"cpu": "100k", "memory": "1Pi", "ephemeral-storage": "1Pi", "pods": "1M"},
         "allocatable": {"cpu": "100k", "memory": "1Pi", "ephemeral-storage": "1Pi", "pods": "1M"}}}
      """;

  void start() {
    for (Part part : Part.values()) {
      if (settings.parts().contains(part)) {
        start(part);
      }
    }
    for (Part part : settings.parts()) {
      awaitReady(part);
    }
  }

  private void start(Part part) {
    String access = kubeconfig.toString();
    switch (part) {
      case CONTROLLER_MANAGER ->
          components.start(Tool.KUBE_CONTROLLER_MANAGER, lines.controllerManager(access));
      case SCHEDULER -> components.start(Tool.KUBE_SCHEDULER, lines.scheduler(access));
      case KWOK -> {
        connection.create("/api/v1/nodes", NODE_JSON);
        components.start(Tool.KWOK, lines.kwok(access));
      }
    }
  }

  private void awaitReady(Part part) {
    switch (part) {
      case CONTROLLER_MANAGER ->
          components.awaitReady(
              Tool.KUBE_CONTROLLER_MANAGER,
              "the namespace default has its service account",
              () -> connection.status("/api/v1/namespaces/default/serviceaccounts/default") == 200);
      case KWOK ->
          components.awaitReady(Tool.KWOK, "the node " + NODE + " is ready", this::nodeReady);
      // The scheduler shows itself only by the pods that it places; it needs no time to speak of.
      case SCHEDULER -> {}
    }
  }

  private boolean nodeReady() {
    try {
      String node = connection.get("/api/v1/nodes/" + NODE).body();
      return node.contains("\"type\":\"Ready\",\"status\":\"True\"");
    } catch (IOException away) {
      return false;
    }
  }
}
