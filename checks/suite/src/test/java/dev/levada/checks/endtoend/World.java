package dev.levada.checks.endtoend;

import static dev.levada.checks.process.Stage.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.checks.process.EngineProcess;
import dev.levada.checks.process.Stage;
import dev.levada.testbed.git.Edit;
import dev.levada.testbed.git.GitHttpServer;
import dev.levada.testbed.git.TestRepository;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.KubectlResult;
import dev.levada.testbed.kubernetes.TestNamespace;
import dev.levada.testbed.program.DataFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One test's share of the world: a namespace that an engine of its own looks after, and a
/// repository on a real Git server.
final class World implements AutoCloseable {

  /// The path of a Deployment's word on whether it is available.
  static final String AVAILABLE = "{.status.conditions[?(@.type==\"Available\")].status}";

  final ControlPlane cluster;
  final TestNamespace namespace;
  final TestRepository repository;
  final GitHttpServer git;
  private final DataFolder folder;
  private final Path kubeconfig;
  private final List<String> flags;
  private EngineProcess engine;

  private World(
      ControlPlane cluster,
      TestNamespace namespace,
      DataFolder folder,
      Path kubeconfig,
      List<String> flags) {
    this.kubeconfig = kubeconfig;
    this.flags = flags;
    this.cluster = cluster;
    this.namespace = namespace;
    this.folder = folder;
    this.repository = TestRepository.create(folder.path().resolve("git/app.git"));
    this.git = GitHttpServer.open(folder.path().resolve("git"));
    this.engine = start();
  }

  /// @param flags further flags of the engine
  static World open(ControlPlane cluster, TestNamespace namespace, String... flags) {
    return open(cluster, namespace, cluster.kubeconfig(), flags);
  }

  /// @param kubeconfig how the engine reaches the cluster
  /// @param flags further flags of the engine
  static World open(
      ControlPlane cluster, TestNamespace namespace, Path kubeconfig, String... flags) {
    Stage.prepare(cluster);
    return new World(
        cluster, namespace, DataFolder.temporary("end-to-end test"), kubeconfig, List.of(flags));
  }

  private EngineProcess start() {
    return startIn("engine");
  }

  /// Another engine for the same namespace, with files of its own.
  EngineProcess startIn(String name, String... more) {
    return EngineProcess.start(
        kubeconfig,
        folder.path().resolve(name),
        Stream.concat(
                Stream.of("--namespace=" + namespace.name(), "--watch-all-namespaces=false"),
                Stream.concat(flags.stream(), Stream.of(more)))
            .toArray(String[]::new));
  }

  EngineProcess engine() {
    return engine;
  }

  void killEngine() {
    engine.kill();
  }

  void restartEngine() {
    engine = start();
  }

  /// A GitRepository and a Kustomization of the name `app`.
  ///
  /// @param specs further fields of the Kustomization's spec, as indented YAML lines
  void deploy(String path, String... specs) {
    deployFrom(git.url("app.git"), "", path, specs);
  }

  void deployFrom(String url, String sourceSpec, String path, String... specs) {
    apply(
        """
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: GitRepository
        metadata:
          name: app
        spec:
          url: %s
          interval: 1h
          timeout: 10s
          ref: {branch: main}
        %s
        ---
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata:
          name: app
        spec:
          interval: 1h
          retryInterval: 2s
          prune: true
          path: %s
          targetNamespace: %s
          sourceRef:
            kind: GitRepository
            name: app
        %s
        """
            .formatted(
                url,
                sourceSpec.indent(2),
                path,
                namespace.name(),
                String.join("\n", specs).indent(2)));
  }

  /// A Kustomization of a folder of the same name in the GitRepository `app`.
  ///
  /// @param spec a further line of the spec
  static String kustomization(String name, String namespace, String spec) {
    return """
    ---
    apiVersion: kustomize.toolkit.fluxcd.io/v1
    kind: Kustomization
    metadata: {name: %1$s}
    spec:
      interval: 1h
      prune: true
      path: ./%1$s
      targetNamespace: %2$s
      sourceRef: {kind: GitRepository, name: app}
      %3$s
    """
        .formatted(name, namespace, spec);
  }

  /// A GitRepository of the name `app`, and nothing that uses it.
  void source() {
    sourceAt(git.url("app.git"), "");
  }

  /// @param spec a further line of the spec
  void sourceAt(String url, String spec) {
    apply(
        """
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: GitRepository
        metadata: {name: app}
        spec:
          url: %s
          interval: 1h
          timeout: 10s
          ref: {branch: main}
          %s
        """
            .formatted(url, spec));
  }

  /// Waits until all Kustomizations are ready at a commit.
  void awaitAllApplied(String commit, int count, int seconds) {
    Instant deadline = Instant.now().plusSeconds(seconds);
    String line = "True main@sha1:" + commit;
    String seen = "";
    while (Instant.now().isBefore(deadline)) {
      seen =
          namespace
              .kubectl(
                  "get",
                  "kustomizations",
                  "-o",
                  "jsonpath={range .items[*]}"
                      + "{.status.conditions[?(@.type==\"Ready\")].status} "
                      + "{.status.lastAppliedRevision}{\"\\n\"}{end}")
              .stdout();
      if (seen.lines().filter(line::equals).count() == count) {
        return;
      }
    }
    throw new AssertionError(
        "not all of "
            + count
            + " are ready at "
            + commit
            + ":\n"
            + seen
            + "\n"
            + engine.lastWords());
  }

  void apply(String yaml) {
    require(namespace.kubectlReading(yaml, "apply", "--server-side", "-f", "-"));
  }

  /// Changes fields of an object.
  ///
  /// @param json the fields
  void patch(String object, String json) {
    require(namespace.kubectl("patch", object, "--type=merge", "-p", json));
  }

  /// Asks for the source to be fetched now, as the flux command line does.
  void fetchNow() {
    require(
        namespace.kubectl(
            "annotate",
            "gitrepository",
            "app",
            "--overwrite",
            "reconcile.fluxcd.io/requestedAt=" + System.nanoTime()));
  }

  String commitAndFetch(Map<String, String> files) {
    String commit = repository.commit(files);
    fetchNow();
    return commit;
  }

  String commitAndRemove(String removed, Map<String, String> files) {
    List<Edit> edits =
        Stream.concat(
                Stream.<Edit>of(new Edit.Removal(removed)),
                files.entrySet().stream()
                    .map(file -> (Edit) Edit.File.text(file.getKey(), file.getValue())))
            .toList();
    String commit = repository.commit("main", "remove " + removed, edits);
    fetchNow();
    return commit;
  }

  /// Waits until the message of an object's readiness says so, and gives it.
  String awaitMessage(String object, String words) {
    Instant deadline = Instant.now().plusSeconds(60);
    String message = message(object);
    while (!message.contains(words) && Instant.now().isBefore(deadline)) {
      message = message(object);
    }
    assertThat(message).as(engine::lastWords).contains(words);
    return message;
  }

  void awaitApplied(String commit) {
    await("kustomization/app", "jsonpath={.status.lastAppliedRevision}=main@sha1:" + commit, 90);
    await("kustomization/app", "condition=Ready", 90);
  }

  /// Waits until `kubectl wait` sees it; fails with the engine's last words.
  void await(String object, String what, int seconds) {
    KubectlResult result =
        namespace.kubectl("wait", object, "--for=" + what, "--timeout=" + seconds + "s");
    if (!result.succeeded()) {
      throw new AssertionError(
          object
              + " did not reach "
              + what
              + ": "
              + result.stderr()
              + "\n"
              + status()
              + "\n"
              + engine.lastWords());
    }
  }

  /// Waits until an object is not ready for a reason, and gives the message.
  String awaitNotReady(String object, String reason) {
    await(object, "jsonpath={.status.conditions[?(@.type==\"Ready\")].reason}=" + reason, 90);
    return message(object);
  }

  /// Waits until an event says something; events are written beside the work, not before its end.
  void awaitEvent(String words) {
    Instant deadline = Instant.now().plusSeconds(60);
    String events = "";
    while (!events.contains(words) && Instant.now().isBefore(deadline)) {
      events = require(namespace.kubectl("get", "events", "-o", "jsonpath={.items[*].message}"));
    }
    assertThat(events).contains(words);
  }

  String message(String object) {
    return get(object, "{.status.conditions[?(@.type==\"Ready\")].message}");
  }

  String get(String object, String path) {
    return require(namespace.kubectl("get", object, "-o", "jsonpath=" + path));
  }

  void assertGone(String object) {
    assertThat(namespace.kubectl("get", object, "--ignore-not-found", "-o", "name").stdout())
        .isEmpty();
  }

  private String status() {
    return namespace.kubectl("get", "gitrepositories,kustomizations", "-o", "yaml").stdout();
  }

  static Map<String, String> files(String... pathsAndTexts) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    return files;
  }

  static String configMap(String name, String value) {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: %s
    data:
      value: %s
    """
        .formatted(name, value);
  }

  static String deployment(String name, String tag) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: %1$s
    spec:
      replicas: 1
      selector:
        matchLabels:
          app: %1$s
      template:
        metadata:
          labels:
            app: %1$s
        spec:
          containers:
            - name: web
              image: example.org/web:%2$s
    """
        .formatted(name, tag);
  }

  @Override
  public void close() {
    // The Kustomization goes first, while there is an engine to take off its finalizer.
    if (!engine.isRunning()) {
      restartEngine();
    }
    namespace.kubectl(
        "delete",
        "receivers,kustomizations,pullrequestpolicies,gitproviders,imageupdateautomations,imagepolicies,"
            + "imagerepositories,gitrepositories",
        "--all",
        "--timeout=60s");
    engine.close();
    git.close();
    folder.close();
  }
}
