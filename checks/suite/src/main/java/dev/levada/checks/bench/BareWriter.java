package dev.levada.checks.bench;

import dev.levada.cluster.access.ApplyOptions;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.access.Selection;
import dev.levada.cluster.config.ClusterConfig;
import dev.levada.cluster.observe.Reflector;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.render.RenderRequest;
import dev.levada.core.render.Renderer;
import dev.levada.core.tree.MemoryTree;
import dev.levada.operator.telemetry.Logging;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// A program that does nothing but send what must be sent: for each application a dry run of its
/// objects, then their apply. It says each step that it has come to, a line each, and stays until
/// its input ends: what a process has spent can be asked only while it is there.
public final class BareWriter {

  /// Where it writes to.
  static final String NAMESPACE = "floor";

  /// It sends the first request.
  static final String BEGUN = "begun";

  /// All is written.
  static final String WRITTEN = "written";

  /// The controllers have seen all of it, which an engine that waits for health has to wait for
  /// too.
  static final String SEEN = "seen";

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

  private BareWriter(KubeClient client) {
    this.client = client;
  }

  /// Writes so many applications: kubeconfig, count.
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    Logging.configure(Logging.Verbosity.ERROR, Logging.Encoding.CONSOLE);
    int apps = Integer.parseInt(arguments[1]);
    ClusterConfig config = ClusterConfig.load(Optional.of(Path.of(arguments[0])));
    try (KubeClient client = KubeClient.connect(config, (_, _, _, _) -> {})) {
      var writer = new BareWriter(client);
      System.out.println(BEGUN);
      writer.write(apps);
      System.out.println(WRITTEN);
      writer.awaitSeen(apps);
      System.out.println(SEEN);
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private void awaitSeen(int apps) throws InterruptedException {
    var seen = new Progress();
    seen.want(apps, BareWriter::isObserved);
    try (var _ =
        Reflector.start(client, type("Deployment"), new Selection(NAMESPACE, "", ""), seen)) {
      seen.await("seen by their controller", LONGEST);
    }
  }

  private static boolean isObserved(Manifest deployment) {
    return !deployment.root().textAt("status", "observedGeneration").isEmpty();
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
                      NAMESPACE,
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
    manifest.root().child("metadata").put("namespace", Scalar.of(NAMESPACE));
    client.apply(
        type(manifest.kind()),
        NAMESPACE,
        manifest.name(),
        Json.bytes(manifest.root()),
        new ApplyOptions("floor", true, dryRun));
  }

  private static ResourceType type(String kind) {
    return Objects.requireNonNull(TYPES.get(kind), kind);
  }
}
