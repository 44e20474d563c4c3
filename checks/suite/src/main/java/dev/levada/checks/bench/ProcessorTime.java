package dev.levada.checks.bench;

import dev.levada.core.manifest.Mapping;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.Tool;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/// The processor time of those who share the machine with an engine, in seconds.
///
/// @param server the API server's
/// @param store etcd's
/// @param controllers the controller manager's
/// @param own the benchmark's: its writer of the floor, or itself while it watches an engine
record ProcessorTime(double server, double store, double controllers, double own) {

  /// What they have used so far, with this process as the benchmark's.
  static ProcessorTime of(ControlPlane cluster) {
    return of(cluster, ProcessHandle.current());
  }

  /// What they have used so far.
  static ProcessorTime of(ControlPlane cluster, ProcessHandle own) {
    return new ProcessorTime(
        used(cluster, Tool.KUBE_APISERVER),
        used(cluster, Tool.ETCD),
        used(cluster, Tool.KUBE_CONTROLLER_MANAGER),
        used(own));
  }

  private static double used(ControlPlane cluster, Tool tool) {
    long pid = Objects.requireNonNull(cluster.pids().get(tool), tool.name());
    return used(ProcessHandle.of(pid).orElseThrow());
  }

  private static double used(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  ProcessorTime since(ProcessorTime earlier) {
    return new ProcessorTime(
        server - earlier.server,
        store - earlier.store,
        controllers - earlier.controllers,
        own - earlier.own);
  }

  /// The cells of a table.
  String cells() {
    return String.format(
        Locale.ROOT, "%.1f s | %.1f s | %.1f s | %.1f s", server, store, controllers, own);
  }

  Mapping json() {
    return new Mapping()
        .put("apiServerSeconds", Result.number(server))
        .put("etcdSeconds", Result.number(store))
        .put("controllerManagerSeconds", Result.number(controllers))
        .put("benchmarkSeconds", Result.number(own));
  }
}
