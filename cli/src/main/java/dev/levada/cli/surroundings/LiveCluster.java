package dev.levada.cli.surroundings;

import dev.levada.api.GitRepository;
import dev.levada.api.Kustomization;
import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.ApiUnreachable;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.PatchKind;
import dev.levada.cluster.access.RequestMeter;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.access.Selection;
import dev.levada.cluster.access.WatchEvent;
import dev.levada.cluster.apply.ApplyRules;
import dev.levada.cluster.apply.Planner;
import dev.levada.cluster.config.ClusterConfig;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.plan.Plan;
import dev.levada.core.plan.fields.ManagerCleanup;
import dev.levada.fetch.kms.KeyServices;
import dev.levada.operator.destination.RemoteClusters;
import dev.levada.operator.destination.TargetOptions;
import dev.levada.operator.ingredient.DecryptionOptions;
import dev.levada.operator.ingredient.Gathered;
import dev.levada.operator.ingredient.Ingredients;
import dev.levada.operator.ingredient.NamedConfigs;
import dev.levada.operator.ingredient.WatchedConfigs;
import dev.levada.operator.source.GitAccess;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A cluster behind an API server.
final class LiveCluster implements Cluster {

  // The binary's name, as kubectl and flux do it.
  private static final String MANAGER = "levada";
  private static final int PARALLEL = 8;

  private final KubeClient client;
  private final RequestMeter meter;
  private final Discovery discovery;

  private LiveCluster(KubeClient client, RequestMeter meter) {
    this.client = client;
    this.meter = meter;
    this.discovery = new Discovery(client);
  }

  static Cluster open(Optional<Path> kubeconfig, RequestMeter meter) {
    return new LiveCluster(KubeClient.connect(ClusterConfig.load(kubeconfig), meter), meter);
  }

  @Override
  public Optional<ResourceType> resource(GroupVersionKind type) {
    return discovery.find(type);
  }

  @Override
  public Optional<Manifest> find(ResourceType type, String namespace, String name) {
    return client.find(type, namespace, name);
  }

  @Override
  public String list(ResourceType type, Selection selection, Consumer<Manifest> receiver) {
    return client.list(type, selection, receiver);
  }

  @Override
  public void follow(
      ResourceType type, Selection selection, String version, Predicate<WatchEvent> goesOn) {
    var reached = new AtomicReference<>(version);
    try {
      while (true) {
        client.watch(
            type,
            selection,
            reached.get(),
            event -> {
              switch (event) {
                case WatchEvent.Bookmark bookmark -> reached.set(bookmark.resourceVersion());
                case WatchEvent.Failed failed ->
                    startAgain(type, selection, failed.error(), reached, goesOn);
                case WatchEvent.Changed changed -> tell(changed, changed.object(), reached, goesOn);
                case WatchEvent.Gone gone -> tell(gone, gone.object(), reached, goesOn);
              }
            });
      }
    } catch (Enough enough) {
      return;
    }
  }

  private void startAgain(
      ResourceType type,
      Selection selection,
      ApiError error,
      AtomicReference<String> reached,
      Predicate<WatchEvent> goesOn) {
    if (!error.isGone()) {
      throw error;
    }
    reached.set(
        client.list(
            type,
            selection,
            object -> tell(new WatchEvent.Changed(object, true), object, reached, goesOn)));
  }

  private static void tell(
      WatchEvent event,
      Manifest object,
      AtomicReference<String> reached,
      Predicate<WatchEvent> goesOn) {
    reached.set(object.resourceVersion());
    if (!goesOn.test(event)) {
      throw new Enough();
    }
  }

  /// Leaves a stream that would go on: the client reads one until it ends or its receiver throws.
  private static final class Enough extends RuntimeException {

    Enough() {
      super("the receiver has seen enough", null, false, false);
    }
  }

  @Override
  public Manifest merge(ResourceType type, String namespace, String name, Mapping patch) {
    return client.patch(type, namespace, name, "", PatchKind.MERGE, Json.bytes(patch), MANAGER);
  }

  @Override
  public Gathered gather(Kustomization object) {
    return new Ingredients(
            new NamedConfigs(client),
            new WatchedConfigs(),
            new KeyServices(Clock.systemUTC(), System.getenv().getOrDefault("AZURE_TENANT_ID", "")),
            true,
            new DecryptionOptions(false, true, "", "", "", ""))
        .gather(object);
  }

  // A kubeconfig from a Secret runs no program here, and its certificates are checked.
  @Override
  public Optional<Cluster> destination(Kustomization object) {
    var options = new TargetOptions("", "", false, false, Set.of(), Set.of(), false, PARALLEL);
    return new RemoteClusters(client, options, Clock.systemUTC())
        .of(object)
        .map(remote -> new LiveCluster(KubeClient.connect(remote.config(), meter), meter));
  }

  @Override
  public GitAccess.Keys keys(GitRepository source) {
    return new GitAccess(client).keys(source);
  }

  @Override
  public Plan plan(Planner.Intent intent) {
    var rules = new ApplyRules(ManagerCleanup.MANAGER, Set.of(), false, true, PARALLEL);
    try {
      return new Planner(client, discovery, rules).plan(intent);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  @Override
  public String version() {
    try {
      return Json.read(client.get("/version")) instanceof Mapping answer
          ? answer.textAt("gitVersion")
          : "";
    } catch (MalformedManifest e) {
      throw new ApiUnreachable("GET /version: the answer is " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
