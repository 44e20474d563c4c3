package dev.levada.checks.bench;

import dev.levada.checks.process.EngineProcess;
import dev.levada.checks.process.Kube;
import dev.levada.testbed.exchange.CountingFront;
import dev.levada.testbed.git.GitHttpServer;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.TestNamespace;
import dev.levada.testbed.registry.ImageBuilder;
import dev.levada.testbed.registry.Registry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What a load of images is measured with: a namespace, an engine of its own, a real registry
/// behind a front that counts requests, and a Git server.
final class LoadScene implements AutoCloseable {

  private final Registry registry = Registry.open();
  private final CountingFront front = new CountingFront(registry.base());
  private final TestNamespace namespace;
  private final Path folder;
  private final GitHttpServer git;
  private final EngineProcess engine;

  LoadScene(ControlPlane cluster, Path folder) {
    this.folder = folder;
    this.namespace = cluster.createNamespace();
    this.git = GitHttpServer.open(folder.resolve("git"));
    this.engine =
        EngineProcess.start(
            cluster.kubeconfig(),
            folder.resolve("engine"),
            "--namespace=" + namespace.name(),
            "--watch-all-namespaces=false");
  }

  Path folder() {
    return folder;
  }

  GitHttpServer git() {
    return git;
  }

  EngineProcess engine() {
    return engine;
  }

  String namespace() {
    return namespace.name();
  }

  Kube kube() {
    return namespace::kubectlReading;
  }

  /// The requests that the registry has had.
  int requests() {
    return front.requests().size();
  }

  /// An image's name as the engine is told it.
  String image(String name) {
    return front.host() + "/" + name;
  }

  /// Pushes the same image under many tags, round the front.
  void push(String name, List<String> tags) {
    ImageBuilder.push(
        registry.host() + "/" + name, tags, Map.of("name", name.getBytes(StandardCharsets.UTF_8)));
  }

  static List<String> tags(int count) {
    return IntStream.range(0, count).mapToObj(i -> "1." + i / 100 + "." + i % 100).toList();
  }

  String repository(String name, String interval) {
    return """
    ---
    apiVersion: image.toolkit.fluxcd.io/v1
    kind: ImageRepository
    metadata: {name: %s}
    spec: {image: "%s", interval: %s, insecure: true}
    """
        .formatted(name, image(name), interval);
  }

  /// Asks for all objects of a kind to be brought up to date.
  void request(String kind) {
    kube()
        .kubectl(
            "",
            "annotate",
            kind,
            "--all",
            "--overwrite",
            "reconcile.fluxcd.io/requestedAt=" + System.nanoTime());
  }

  @Override
  public void close() {
    engine.stop();
    namespace.close();
    git.close();
    front.close();
    registry.close();
  }
}
