package dev.levada.checks.demo;

import static dev.levada.checks.process.Stage.require;

import dev.levada.checks.process.EngineProcess;
import dev.levada.checks.process.Shell;
import dev.levada.checks.process.Stage;
import dev.levada.cluster.observe.Reflector;
import dev.levada.testbed.git.GitHttpServer;
import dev.levada.testbed.git.TestRepository;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Everything that runs during the demo, in the folder `.demo` of the checkout.
final class DemoWorld implements AutoCloseable {

  private static final String OBJECTS =
      """
      apiVersion: source.toolkit.fluxcd.io/v1
      kind: GitRepository
      metadata:
        name: fleet
        namespace: flux-system
      spec:
        url: %s
        interval: 3s
        ref:
          branch: main
      ---
      apiVersion: kustomize.toolkit.fluxcd.io/v1
      kind: Kustomization
      metadata:
        name: fleet
        namespace: flux-system
      spec:
        interval: 10m
        path: ./clusters/demo
        prune: true
        sourceRef:
          kind: GitRepository
          name: fleet
      """;

  private final Path folder;
  private final ControlPlane cluster;
  private final GitHttpServer git;
  private final EngineProcess engine;
  private final Screen screen;
  private final AtomicReference<Optional<Reflector>> news = new AtomicReference<>(Optional.empty());

  private DemoWorld(
      Path folder, ControlPlane cluster, GitHttpServer git, EngineProcess engine, Screen screen) {
    this.folder = folder;
    this.cluster = cluster;
    this.git = git;
    this.engine = engine;
    this.screen = screen;
  }

  static DemoWorld start(Path root, Screen screen) {
    Path folder = root.resolve(".demo");
    empty(folder);
    screen.step(
        "starting a Kubernetes control plane (the first time on a machine it is built: about 5 minutes)");
    ControlPlane cluster = ControlPlane.start(Settings.standard());
    Stage.prepare(cluster);
    screen.step("starting a Git server with the repository of examples/fleet");
    TestRepository repository = TestRepository.create(folder.resolve("git/fleet.git"));
    repository.commit(files(root.resolve("examples/fleet")));
    GitHttpServer git = GitHttpServer.open(folder.resolve("git"));
    clone(folder, git);
    writeKubectl(folder, cluster);
    screen.step(
        "starting Levada (its log: " + root.relativize(folder.resolve("engine/levada.log")) + ")");
    EngineProcess engine = EngineProcess.start(cluster.kubeconfig(), folder.resolve("engine"));
    return new DemoWorld(folder, cluster, git, engine, screen);
  }

  private static void clone(Path folder, GitHttpServer git) {
    Shell.run("git clone -q " + git.url("fleet.git") + " '" + folder.resolve("fleet") + "'");
    String in = "git -C '" + folder.resolve("fleet") + "' config ";
    Shell.run(in + "user.name 'Demo' && " + in + "user.email demo@example.org");
  }

  // A kubectl that needs no setting up: users paste commands into a shell that knows nothing of
  // this cluster.
  private static void writeKubectl(Path folder, ControlPlane cluster) {
    String script =
        "#!/bin/sh\nexec '%s' --kubeconfig '%s' \"$@\"\n"
            .formatted(cluster.kubectlProgram(), cluster.kubeconfig());
    try {
      Path file = Files.writeString(folder.resolve("kubectl"), script);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> files(Path example) {
    try (Stream<Path> found = Files.walk(example)) {
      var files = new TreeMap<String, String>();
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(example.relativize(file).toString(), Files.readString(file));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void empty(Path folder) {
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> old = Files.walk(folder)) {
          for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Points Levada at the repository and shows what happens from now on.
  void follow() {
    news.set(Optional.of(new NewsReel(cluster, "flux-system", screen).start()));
    screen.title("Levada is told of the repository: a GitRepository and a Kustomization");
    require(
        cluster.kubectlReading(
            OBJECTS.formatted(git.url("fleet.git")), "apply", "--server-side", "-f", "-"));
  }

  void awaitReady() {
    for (String name : new String[] {"fleet", "infrastructure", "staging", "production"}) {
      await("flux-system", "kustomization/" + name, "create", 60);
      await("flux-system", "kustomization/" + name, "condition=Ready", 120);
    }
  }

  /// Waits until `kubectl wait` sees it.
  ///
  /// @throws AssertionError where it does not come, with the engine's last words
  void await(String namespace, String object, String what, int seconds) {
    var result =
        cluster.kubectl(
            "-n", namespace, "wait", object, "--for=" + what, "--timeout=" + seconds + "s");
    if (!result.succeeded()) {
      throw new AssertionError(
          object
              + " did not reach "
              + what
              + " in "
              + seconds
              + " s: "
              + result.stderr()
              + "\n"
              + engine.lastWords());
    }
  }

  ControlPlane cluster() {
    return cluster;
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    news.get().ifPresent(Reflector::close);
    engine.stop();
    git.close();
    cluster.close();
  }
}
