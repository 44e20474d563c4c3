package dev.levada.checks.bench;

import static dev.levada.checks.process.Stage.require;

import dev.levada.checks.process.EngineJvm;
import dev.levada.checks.process.EngineProcess;
import dev.levada.checks.process.Stage;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.config.ClusterConfig;
import dev.levada.testbed.git.GitHttpServer;
import dev.levada.testbed.git.TestRepository;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.Settings;
import dev.levada.testbed.program.DataFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// `make rehearse`: lets the engine bring up a few applications, so that its JVM writes down which
/// classes that takes, laid out and linked. Later starts load that instead of looking for them.
public final class Rehearsal {

  private static final int APPS = 20;
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private Rehearsal() {}

  /// Rehearses, where nothing was or the engine has been built anew since.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (isFresh()) {
      System.out.println("rehearsed already: " + EngineJvm.cache());
      return;
    }
    System.out.println(
        "rehearsing the engine's start, so that later ones are quicker (half a minute)");
    Files.deleteIfExists(EngineJvm.cache());
    Settings settings = Settings.standard().without(Settings.Part.SCHEDULER, Settings.Part.KWOK);
    try (DataFolder folder = DataFolder.temporary("rehearsal");
        ControlPlane cluster = ControlPlane.start(settings);
        GitHttpServer git = GitHttpServer.open(folder.path().resolve("git"))) {
      Stage.prepare(cluster);
      run(cluster, git, folder.path());
    }
    if (!EngineJvm.canStartFromCache()) {
      throw new AssertionError("the engine cannot start from " + EngineJvm.cache());
    }
    System.out.println("rehearsed: " + EngineJvm.cache());
  }

  private static boolean isFresh() throws IOException {
    File cache = EngineJvm.cache().toFile();
    for (Path jar : EngineJvm.classPath()) {
      if (!Files.isRegularFile(jar)) {
        throw new AssertionError(jar + " is no jar; run `make build` first");
      }
      if (jar.toFile().lastModified() >= cache.lastModified()) {
        return false;
      }
    }
    return true;
  }

  private static void run(ControlPlane cluster, GitHttpServer git, Path folder)
      throws InterruptedException, IOException {
    require(cluster.kubectl("create", "namespace", "bench"));
    TestRepository repository = TestRepository.create(folder.resolve("git/bench.git"));
    repository.commit(Layout.MONOREPO.files(APPS));
    new Applications(Layout.MONOREPO, APPS).create(cluster, git.url("bench.git"));
    var progress = new Progress();
    progress.want(APPS, Progress.readyAt(revision -> !revision.isEmpty()));
    try (KubeClient client =
            KubeClient.connect(
                ClusterConfig.load(Optional.of(cluster.kubeconfig())), (_, _, _, _) -> {});
        var _ = Applications.watch(client, progress);
        EngineProcess engine =
            EngineProcess.rehearse(cluster.kubeconfig(), folder.resolve("engine"))) {
      progress.await("ready", LONGEST);
      String commit = repository.commit(Layout.MONOREPO.change(0));
      progress.want(APPS, Progress.readyAt(revision -> revision.endsWith(commit)));
      Applications.fetch(cluster);
      progress.await("at the new revision", LONGEST);
      engine.stop();
    }
  }
}
