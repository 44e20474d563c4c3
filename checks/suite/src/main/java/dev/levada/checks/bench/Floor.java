package dev.levada.checks.bench;

import dev.levada.cluster.access.ApplyOptions;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.render.RenderRequest;
import dev.levada.core.render.Renderer;
import dev.levada.core.tree.MemoryTree;
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

  /// How long it takes for so many applications, in the namespace `floor`.
  Duration measure(int apps) throws InterruptedException, ExecutionException {
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
    long begun = System.nanoTime();
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
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private void send(Manifest manifest, boolean dryRun) {
    manifest.root().child("metadata").put("namespace", Scalar.of("floor"));
    client.apply(
        Objects.requireNonNull(TYPES.get(manifest.kind()), manifest.kind()),
        "floor",
        manifest.name(),
        Json.bytes(manifest.root()),
        new ApplyOptions("floor", true, dryRun));
  }
}
