package dev.levada.cluster.observe;

import static dev.levada.cluster.access.Types.CONFIG_MAP;
import static dev.levada.cluster.access.Types.configMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.ApplyOptions;
import dev.levada.cluster.access.Deletion;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.config.ClusterConfig;
import dev.levada.cluster.discovery.Discovery;
import dev.levada.core.health.Health;
import dev.levada.core.health.HealthRules;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnCluster
class LiveObjectsClusterTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final ApplyOptions APPLY = new ApplyOptions("levada", true, false);

  private final ControlPlane plane;
  private final ConcurrentHashMap<String, Integer> requests = new ConcurrentHashMap<>();
  private final KubeClient client;
  private final Discovery discovery;
  private final LiveObjects live;
  private final News news = new News();
  private String namespace = "";

  LiveObjectsClusterTest(ControlPlane plane) {
    this.plane = plane;
    this.client =
        KubeClient.connect(
            ClusterConfig.load(Optional.of(plane.kubeconfig())),
            (verb, plural, code, duration) ->
                requests.merge(verb + " " + plural + " " + code, 1, Integer::sum));
    this.discovery = new Discovery(client);
    this.live =
        new LiveObjects(
            client, discovery, InstantSource.system(), OwnerLabels.KUSTOMIZATION, new DataRules());
  }

  @BeforeEach
  void takeNamespace(TestNamespace own) {
    namespace = own.name();
    live.listen(news);
  }

  @AfterEach
  void close() {
    live.close();
    client.close();
  }

  /// The fingerprint is the data.
  private static final class DataRules implements LiveRules {

    @Override
    public Health health(Manifest object, Instant now) {
      return HealthRules.of(object, now);
    }

    @Override
    public String fingerprint(Manifest object) {
      return Json.text(object.root().mappingAt("data"));
    }

    @Override
    public boolean cleanupNeeded(Manifest object) {
      return false;
    }
  }

  /// Takes what is told, one object at a time, and waits for what a test expects.
  private static final class News implements LiveListener {

    private record Item(ObjectId id, Optional<Live> live) {}

    private final LinkedBlockingQueue<Item> items = new LinkedBlockingQueue<>();

    @Override
    public void changed(ObjectId id, Live live) {
      items.add(new Item(id, Optional.ofNullable(live)));
    }

    Optional<Live> await(ObjectId id, Predicate<Optional<Live>> expected)
        throws InterruptedException {
      while (true) {
        Item item = items.poll(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(item).as("news of " + id).isNotNull();
        if (item.id().equals(id) && expected.test(item.live())) {
          return item.live();
        }
      }
    }

    Live value(ObjectId id, String value) throws InterruptedException {
      return await(
              id, live -> live.isPresent() && live.get().fingerprint().contains('"' + value + '"'))
          .orElseThrow();
    }
  }

  private Manifest apply(String name, String value) {
    byte[] json = configMap(namespace, name, value);
    return client.apply(CONFIG_MAP, namespace, name, json, APPLY).object();
  }

  private ObjectId id(String name) {
    return new ObjectId("", "ConfigMap", namespace, name);
  }

  private Demand synced(ResourceType type) {
    Demand demand = live.require(type);
    assertThat(demand.awaitSynced(SOON)).isTrue();
    return demand;
  }

  @Test
  void whatIsThereIsKnownAfterTheListAndWhatComesAfterTheWatch() throws InterruptedException {
    Manifest first = apply("first", "1");
    try (Demand demand = synced(CONFIG_MAP)) {
      assertThat(live.find(id("first")))
          .get()
          .satisfies(it -> {
            assertThat(it.uid()).isEqualTo(first.uid());
            assertThat(it.resourceVersion()).isEqualTo(first.resourceVersion());
            assertThat(it.ownerName()).isEqualTo("app");
            assertThat(it.ownerNamespace()).isEqualTo("flux-system");
            assertThat(it.lastWriter()).isEqualTo("levada");
          });

      apply("second", "2");
      news.value(id("second"), "2");
      client.delete(CONFIG_MAP, namespace, "first", new Deletion("", ""));
      news.await(id("first"), Optional::isEmpty);

      assertThat(live.find(id("first"))).isEmpty();
      assertThat(live.find(id("second"))).isPresent();
      assertThat(demand.trouble()).isEmpty();
    }
    assertThat(live.find(id("second"))).isEmpty();
  }

  @Test
  void anObjectThatLosesItsLabelIsGone() throws InterruptedException {
    apply("one", "1");
    try (Demand demand = synced(CONFIG_MAP)) {
      plane.kubectl("-n", namespace, "label", "configmap/one", "kustomize.toolkit.fluxcd.io/name-");

      news.await(id("one"), Optional::isEmpty);

      assertThat(demand.trouble()).isEmpty();
    }
  }

  @Test
  void severalDemandsShareOneWatch() throws InterruptedException {
    Demand first = synced(CONFIG_MAP);
    apply("one", "1");
    news.value(id("one"), "1");
    int pages = lists("configmaps");

    Demand second = synced(CONFIG_MAP);
    first.close();
    first.close();

    assertThat(live.find(id("one"))).isPresent();
    assertThat(lists("configmaps")).isEqualTo(pages);
    second.close();
    assertThat(live.find(id("one"))).isEmpty();
  }

  @Test
  void anApplysAnswerIsKnownAtOnceAndAnOlderOneChangesNothing() {
    try (Demand demand = synced(CONFIG_MAP)) {
      Manifest first = apply("one", "1");
      Manifest second = apply("one", "2");
      live.observed(second);
      live.observed(first);

      assertThat(live.find(id("one")).orElseThrow().fingerprint()).contains("\"2\"");
      live.removed(id("one"));
      assertThat(live.find(id("one"))).isEmpty();
      assertThat(demand.trouble()).isEmpty();
    }
  }

  @Test
  void anAnswerThatTheWatchHasOvertakenDoesNotBringTheObjectBack() throws InterruptedException {
    try (Demand demand = synced(CONFIG_MAP)) {
      Manifest applied = apply("one", "1");
      news.value(id("one"), "1");
      client.delete(CONFIG_MAP, namespace, "one", new Deletion("", ""));
      news.await(id("one"), Optional::isEmpty);

      live.observed(applied);

      assertThat(live.find(id("one"))).isEmpty();
      assertThat(demand.trouble()).isEmpty();
    }
  }

  @Test
  void aForbiddenKindIsTroubleAndNotKnown() throws InterruptedException {
    try (KubeClient limited =
            KubeClient.connect(
                ClusterConfig.load(Optional.of(plane.kubeconfigFor("limited"))),
                (verb, plural, code, duration) -> {});
        LiveObjects blind =
            new LiveObjects(
                limited,
                discovery,
                InstantSource.system(),
                OwnerLabels.KUSTOMIZATION,
                new DataRules());
        Demand demand = blind.require(CONFIG_MAP)) {

      assertThat(demand.awaitSynced(Duration.ofSeconds(1))).isFalse();
      assertThat(demand.trouble())
          .get()
          .isInstanceOfSatisfying(ApiError.class, e -> assertThat(e.isForbidden()).isTrue());
    }
  }

  @Test
  void aKindIsFoundOnceDefinedIsAbsentOnceItsDefinitionGoesAndIsSeenAgainWhenItReturns()
      throws InterruptedException {
    var type = new GroupVersionKind("watch.levada.test", "v1", "Widget");
    assertThat(discovery.find(type)).isEmpty();
    define();
    discovery.invalidate();
    ResourceType widgets = discovery.find(type).orElseThrow();
    var id = new ObjectId("watch.levada.test", "Widget", namespace, "one");

    try (Demand demand = synced(widgets)) {
      createWidget();
      news.await(id, Optional::isPresent);
      plane.kubectl("delete", "crd", "widgets.watch.levada.test", "--wait=true").output();
      news.await(id, Optional::isEmpty);
      int requestsWhenAbsent = lists("widgets");

      define();
      createWidget();
      demand.kick();
      news.await(id, Optional::isPresent);

      // Three questions to be sure of the absence, one when kicked, and a few more at most while
      // the server was still reading the new definition.
      assertThat(lists("widgets") - requestsWhenAbsent).isLessThan(12);
      assertThat(demand.trouble()).isEmpty();
    } finally {
      plane.kubectl("delete", "crd", "widgets.watch.levada.test", "--wait=false");
    }
  }

  private int lists(String plural) {
    return requests.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("list " + plural))
        .mapToInt(entry -> entry.getValue())
        .sum();
  }

  private void createWidget() {
    plane
        .kubectlReading(
            """
            apiVersion: watch.levada.test/v1
            kind: Widget
            metadata:
              name: one
              namespace: %s
              labels: {kustomize.toolkit.fluxcd.io/name: app}
            """
                .formatted(namespace),
            "create",
            "-f",
            "-")
        .output();
  }

  private void define() {
    plane
        .kubectlReading(
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.watch.levada.test}
            spec:
              group: watch.levada.test
              names: {kind: Widget, plural: widgets}
              scope: Namespaced
              versions:
                - name: v1
                  served: true
                  storage: true
                  schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            """,
            "apply",
            "-f",
            "-")
        .output();
    plane
        .kubectl(
            "wait", "--for=condition=Established", "crd/widgets.watch.levada.test", "--timeout=30s")
        .output();
  }
}
