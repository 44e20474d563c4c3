package dev.levada.checks.bench;

import static dev.levada.checks.process.Stage.require;

import dev.levada.checks.process.EngineProcess;
import dev.levada.checks.process.Stage;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.config.ClusterConfig;
import dev.levada.cluster.observe.Reflector;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.testbed.git.GitHttpServer;
import dev.levada.testbed.git.TestRepository;
import dev.levada.testbed.kubernetes.ControlPlane;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/// One layout measured on a fresh control plane: the floor, all ready, a push, idle.
final class Measurement {

  private static final Duration LONGEST = Duration.ofMinutes(20);
  private static final Duration SETTLING = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final ResourceType CONFIG_MAPS =
      new ResourceType(new GroupVersionKind("", "v1", "ConfigMap"), "configmaps", true);

  private final Layout layout;
  private final int apps;
  private final Path folder;

  Measurement(Layout layout, int apps, Path folder) {
    this.layout = layout;
    this.apps = apps;
    this.folder = folder;
  }

  Result run(ControlPlane cluster) throws IOException, InterruptedException, ExecutionException {
    Stage.prepare(cluster);
    require(cluster.kubectl("create", "namespace", "bench"));
    try (KubeClient client =
            KubeClient.connect(
                ClusterConfig.load(Optional.of(cluster.kubeconfig())), (_, _, _, _) -> {});
        GitHttpServer git = GitHttpServer.open(folder.resolve("git"))) {
      Floor.Found floor = Floor.measure(apps, cluster);
      TestRepository repository = TestRepository.create(folder.resolve("git/bench.git"));
      repository.commit(layout.files(apps));
      new Applications(layout, apps).create(cluster, git.url("bench.git"));
      return measure(cluster, client, repository, floor);
    }
  }

  private Result measure(
      ControlPlane cluster, KubeClient client, TestRepository repository, Floor.Found floor)
      throws IOException, InterruptedException {
    var kustomizations = new Progress();
    kustomizations.want(apps, Progress.readyAt(revision -> !revision.isEmpty()));
    try (var _ = Applications.watch(client, kustomizations)) {
      ProcessorTime before = ProcessorTime.of(cluster);
      long begun = System.nanoTime();
      try (EngineProcess engine =
          EngineProcess.start(cluster.kubeconfig(), folder.resolve("engine"))) {
        kustomizations.await("ready", LONGEST);
        var ready =
            new Result.Ready(
                since(begun),
                seconds(engine.cpu()),
                ProcessorTime.of(cluster).since(before),
                Requests.of(engine.metrics()));
        Result.Moved moved = push(cluster, client, repository, kustomizations, engine);
        double peak = engine.peakResidentBytes() / 1e6;
        Idle idle = idle(engine);
        engine.stop();
        Restart restart = Restart.measure(cluster, folder.resolve("engine"), apps);
        return new Result(layout, apps, floor, ready, moved, peak, idle, restart);
      }
    }
  }

  private Result.Moved push(
      ControlPlane cluster,
      KubeClient client,
      TestRepository repository,
      Progress kustomizations,
      EngineProcess engine)
      throws IOException, InterruptedException {
    settled(engine);
    String commit = repository.commit(layout.change(apps / 2));
    kustomizations.want(apps, Progress.readyAt(revision -> revision.endsWith(commit)));
    var configMaps = new Progress();
    configMaps.want(1, object -> object.root().textAt("data", "VERSION").equals("two"));
    try (var _ = Reflector.start(client, CONFIG_MAPS, Applications.IN_BENCH, configMaps)) {
      Requests before = Requests.of(engine.metrics());
      double cpu = seconds(engine.cpu());
      long pushed = System.nanoTime();
      Applications.fetch(cluster);
      configMaps.await("changed", LONGEST);
      double changed = since(pushed);
      kustomizations.await("at the new revision", LONGEST);
      return new Result.Moved(
          changed,
          since(pushed),
          seconds(engine.cpu()) - cpu,
          Requests.of(engine.metrics()).since(before));
    }
  }

  private static Idle idle(EngineProcess engine) throws IOException, InterruptedException {
    Requests before = settled(engine);
    Duration cpu = engine.cpu();
    Pause.of(IDLE);
    double share = seconds(engine.cpu().minus(cpu)) / seconds(IDLE);
    Requests after = Requests.of(engine.metrics());
    return new Idle(engine.residentBytes() / 1e6, share, after.total() - before.total());
  }

  /// Waits until what was still to be written (events wait for a quiet moment) is written.
  private static Requests settled(EngineProcess engine) throws IOException, InterruptedException {
    Requests now = Requests.of(engine.metrics());
    Requests before;
    do {
      before = now;
      Pause.of(SETTLING);
      now = Requests.of(engine.metrics());
    } while (now.total() > before.total());
    return now;
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
