package dev.levada.checks.bench;

import static dev.levada.checks.process.Stage.require;

import dev.levada.cluster.access.ApplyOptions;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.access.Selection;
import dev.levada.cluster.observe.Reflector;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.render.RenderRequest;
import dev.levada.core.render.Renderer;
import dev.levada.core.tree.MemoryTree;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.KubectlResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// A writer that does nothing but send what must be sent: for each application a dry run of its
/// objects, then their apply. What it needs is what the API server needs; an engine is measured as
/// a multiple of it.
final class Floor {

  private static final int IN_FLIGHT = 16;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Map<String, ResourceType> TYPES =
      Map.of(
          "Deployment",
              new ResourceType(
                  new GroupVersionKind("apps", "v1", "Deployment"), "deployments", true),
          "Service", new ResourceType(new GroupVersionKind("", "v1", "Service"), "services", true),
          "ConfigMap",
              new ResourceType(new GroupVersionKind("", "v1", "ConfigMap"), "configmaps", true));

  private final KubeClient client;

  Floor(KubeClient client) {
    this.client = client;
  }

  /// What so many applications take, in the namespace `floor`.
  ///
  /// @param seconds until all is written
  /// @param followed until the controllers have seen all of it, which an engine that waits for
  ///   health has to wait for too
  /// @param spent processor time until all is written
  /// @param spentFollowing processor time from then until the controllers have seen it
  record Found(
      double seconds, double followed, ProcessorTime spent, ProcessorTime spentFollowing) {}

  /// Writes the applications, waits until the controllers have seen them, and takes them away
  /// again: an engine is to find the cluster as the floor has found it. Both matter: controllers
  /// that are at work still take processor time, and the API server needs more for each Service the
  /// more there are.
  Found measure(int apps, ControlPlane cluster) throws InterruptedException, ExecutionException {
    ProcessorTime before = ProcessorTime.of(cluster);
    long begun = System.nanoTime();
    write(apps);
    double written = since(begun);
    ProcessorTime after = ProcessorTime.of(cluster);
    var seen = new Progress();
    seen.want(apps, Floor::isObserved);
    try (var _ =
        Reflector.start(client, type("Deployment"), new Selection("floor", "", ""), seen)) {
      seen.await("seen by their controller", LONGEST);
    }
    var found =
        new Found(
            written, since(begun), after.since(before), ProcessorTime.of(cluster).since(after));
    clear(cluster);
    return found;
  }

  private static void clear(ControlPlane cluster) {
    require(cluster.kubectl("delete", "namespace", "floor", "--wait=false"));
    KubectlResult gone;
    long begun = System.nanoTime();
    do {
      gone = cluster.kubectl("wait", "--for=delete", "namespace/floor", "--timeout=150s");
    } while (!gone.succeeded() && since(begun) < LONGEST.toSeconds());
    require(gone);
  }

  private static boolean isObserved(Manifest deployment) {
    return !deployment.root().textAt("status", "observedGeneration").isEmpty();
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private void write(int apps) throws InterruptedException, ExecutionException {
    List<List<Manifest>> rendered = new ArrayList<>();
    var tree = MemoryTree.ofTexts(Layout.MONOREPO.files(apps));
    for (int i = 0; i < apps; i++) {
      rendered.add(
          Renderer.render(
                  tree,
                  new RenderRequest(
                      Layout.MONOREPO.path(i),
                      "floor",
                      "",
                      "",
                      new Mapping(),
                      Map.of("bench", "floor"),
                      Map.of()))
              .manifests());
    }
    var permits = new Semaphore(IN_FLIGHT);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (List<Manifest> app : rendered) {
        permits.acquire();
        running.add(
            threads.submit(() -> {
              try {
                app.forEach(manifest -> send(manifest, true));
                app.forEach(manifest -> send(manifest, false));
              } finally {
                permits.release();
              }
            }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
  }

  private void send(Manifest manifest, boolean dryRun) {
    manifest.root().child("metadata").put("namespace", Scalar.of("floor"));
    client.apply(
        type(manifest.kind()),
        "floor",
        manifest.name(),
        Json.bytes(manifest.root()),
        new ApplyOptions("floor", true, dryRun));
  }

  private static ResourceType type(String kind) {
    return Objects.requireNonNull(TYPES.get(kind), kind);
  }
}
