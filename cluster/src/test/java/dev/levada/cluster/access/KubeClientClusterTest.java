package dev.levada.cluster.access;

import static dev.levada.cluster.access.Types.CONFIG_MAP;
import static dev.levada.cluster.access.Types.SECRET;
import static dev.levada.cluster.access.Types.bytes;
import static dev.levada.cluster.access.Types.configMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.levada.core.manifest.Manifest;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.OnCluster;
import dev.levada.testbed.kubernetes.TestNamespace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnCluster
class KubeClientClusterTest {

  private static final ApplyOptions APPLY = new ApplyOptions("levada", true, false);
  private static final ApplyOptions DRY_RUN = new ApplyOptions("levada", true, true);

  private final ControlPlane plane;
  private final CountedRequests requests = new CountedRequests();
  private final KubeClient client;
  private String namespace = "";

  KubeClientClusterTest(ControlPlane plane) {
    this.plane = plane;
    this.client = requests.connect(plane.kubeconfig());
  }

  @BeforeEach
  void takeNamespace(TestNamespace own) {
    namespace = own.name();
  }

  @AfterEach
  void close() {
    client.close();
  }

  private Applied apply(String name, String value, ApplyOptions options) {
    return client.apply(CONFIG_MAP, namespace, name, configMap(namespace, name, value), options);
  }

  @Test
  void anApplyCreatesAndThenChanges() {
    Applied first = apply("one", "a", APPLY);
    Applied second = apply("one", "b", APPLY);

    assertThat(first.created()).isTrue();
    assertThat(second.created()).isFalse();
    assertThat(second.object().uid()).isEqualTo(first.object().uid());
    assertThat(client.get(CONFIG_MAP, namespace, "one").root().textAt("data", "key"))
        .isEqualTo("b");
  }

  @Test
  void aDryRunTellsWhetherTheObjectWouldBeCreatedAndChangesNothing() {
    assertThat(apply("one", "a", DRY_RUN).created()).isTrue();
    assertThat(client.find(CONFIG_MAP, namespace, "one")).isEmpty();

    Manifest live = apply("one", "a", APPLY).object();
    Applied dryRun = apply("one", "b", DRY_RUN);

    assertThat(dryRun.created()).isFalse();
    assertThat(dryRun.object().root().textAt("data", "key")).isEqualTo("b");
    assertThat(client.get(CONFIG_MAP, namespace, "one").resourceVersion())
        .isEqualTo(live.resourceVersion());
  }

  @Test
  void anotherManagersFieldIsAConflictUnlessForced() {
    apply("one", "a", APPLY);
    byte[] theirs = configMap(namespace, "one", "b");

    ApiError conflict =
        catchThrowableOfType(
            ApiError.class,
            () ->
                client.apply(
                    CONFIG_MAP, namespace, "one", theirs, new ApplyOptions("rival", false, false)));

    assertThat(conflict.isConflict()).isTrue();
    assertThat(conflict.message()).contains("conflict with \"levada\"");
    assertThat(conflict.details().sequenceAt("causes").size()).isPositive();
  }

  @Test
  void aListOfManyPagesIsComplete() throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 1200)
          .forEach(i -> threads.execute(() -> apply("many-" + i, "value", APPLY)));
    }
    var names = new HashSet<String>();
    var types = new HashSet<String>();

    String version =
        client.list(
            CONFIG_MAP,
            new Selection(namespace, "kustomize.toolkit.fluxcd.io/name", ""),
            object -> {
              names.add(object.name());
              types.add(object.apiVersion() + " " + object.kind());
            });

    assertThat(names).hasSize(1200);
    assertThat(types).containsExactly("v1 ConfigMap");
    assertThat(Long.parseLong(version)).isPositive();
    assertThat(requests.counts()).containsEntry("list 200", 3).containsEntry("apply 201", 1200);
  }

  @Test
  void aWatchTellsWhatHappensInOrder() throws InterruptedException {
    String begin = client.list(CONFIG_MAP, new Selection(namespace, "", ""), object -> {});
    var events = new LinkedBlockingQueue<WatchEvent>();
    Thread watch =
        Thread.ofVirtual()
            .start(() ->
                watchUntilClosed(new Selection(namespace, "", "metadata.name=one"), begin, events));

    apply("one", "a", APPLY);
    apply("two", "a", APPLY);
    apply("one", "b", APPLY);
    client.delete(CONFIG_MAP, namespace, "one", new Deletion("Background", ""));

    assertThat(events.poll(10, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(WatchEvent.Changed.class, e -> assertThat(e.added()).isTrue());
    assertThat(events.poll(10, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(WatchEvent.Changed.class, e -> assertThat(e.added()).isFalse());
    assertThat(events.poll(10, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            WatchEvent.Gone.class, e -> assertThat(e.object().name()).isEqualTo("one"));
    client.close();
    watch.join();
    assertThat(events).isEmpty();
  }

  private void watchUntilClosed(
      Selection selection, String begin, LinkedBlockingQueue<WatchEvent> events) {
    try {
      client.watch(CONFIG_MAP, selection, begin, events::add);
    } catch (ApiUnreachable closed) {
      assertThat(closed).hasMessageContaining("configmaps");
    }
  }

  @Test
  void aUserWithoutRightsIsForbidden() {
    try (KubeClient limited = requests.connect(plane.kubeconfigFor("limited"))) {
      ApiError error =
          catchThrowableOfType(ApiError.class, () -> limited.get(SECRET, namespace, "one"));

      assertThat(error.isForbidden()).isTrue();
      assertThat(error.message()).contains("User \"limited\" cannot get resource \"secrets\"");
    }
  }

  @Test
  void aServiceAccountIsImpersonatedOverTheSameConnection() {
    String user = "system:serviceaccount:" + namespace + ":default";
    KubeClient account = client.impersonating(user);

    ApiError error =
        catchThrowableOfType(
            ApiError.class, () -> account.get(CONFIG_MAP, namespace, "kube-root-ca.crt"));

    assertThat(error.isForbidden()).isTrue();
    assertThat(error.message()).contains("User \"" + user + "\"");
    account.close();
    assertThat(client.find(CONFIG_MAP, namespace, "none")).isEmpty();
  }

  @Test
  void aDeletionSparesAnotherIncarnation() {
    Manifest live = apply("one", "a", APPLY).object();

    ApiError conflict =
        catchThrowableOfType(
            ApiError.class,
            () ->
                client.delete(
                    CONFIG_MAP, namespace, "one", new Deletion("Background", "another-uid")));

    assertThat(conflict.isConflict()).isTrue();
    assertThat(client.delete(CONFIG_MAP, namespace, "one", new Deletion("", live.uid()))).isTrue();
    assertThat(client.delete(CONFIG_MAP, namespace, "one", new Deletion("", live.uid()))).isFalse();
  }

  @Test
  void creatingTwiceIsRefused() {
    Manifest object = Types.manifest(configMap(namespace, "one", "a"));
    Manifest created = client.create(CONFIG_MAP, object, "levada");

    ApiError error =
        catchThrowableOfType(ApiError.class, () -> client.create(CONFIG_MAP, object, "levada"));

    assertThat(created.uid()).isNotEmpty();
    assertThat(error.isAlreadyExists()).isTrue();
    assertThat(error.isConflict()).isFalse();
  }

  @Test
  void patchesChangeAnObjectInEachOfTheirWays() {
    apply("one", "a", APPLY);

    Manifest merged = patch(PatchKind.MERGE, "{\"data\":{\"merged\":\"1\"}}");
    Manifest listed = patch(PatchKind.JSON, "[{\"op\":\"remove\",\"path\":\"/data/merged\"}]");
    Manifest applied =
        patch(
            PatchKind.APPLY,
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"data\":{\"applied\":\"1\"}}");

    assertThat(merged.root().mappingAt("data").texts()).containsKeys("key", "merged");
    assertThat(listed.root().mappingAt("data").texts()).containsOnlyKeys("key");
    assertThat(applied.root().mappingAt("data").texts()).containsOnlyKeys("key", "applied");
  }

  private Manifest patch(PatchKind kind, String body) {
    return client.patch(CONFIG_MAP, namespace, "one", "", kind, bytes(body), "other");
  }

  @Test
  void anInvalidSecretIsRefusedWithoutSayingItsValue() {
    byte[] secret =
        bytes(
            """
            {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "one"},
             "stringData": {"password": 424242}}
            """);

    ApiError error =
        catchThrowableOfType(
            ApiError.class, () -> client.apply(SECRET, namespace, "one", secret, APPLY));

    assertThat(error.message()).contains(".stringData.password").doesNotContain("424242");
    assertThat(error).hasNoCause();
  }

  @Test
  void moreRequestsAtOnceThanOneConnectionCarriesAllSucceed() {
    apply("one", "a", APPLY);
    var answers = new ConcurrentHashMap<Integer, String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 1000)
          .forEach(i ->
              threads.execute(
                  () -> answers.put(i, client.get(CONFIG_MAP, namespace, "one").name())));
    }

    assertThat(answers).hasSize(1000);
  }

  @Test
  void moreWatchesThanOneConnectionCarriesAllTell() throws InterruptedException {
    String begin = client.list(CONFIG_MAP, new Selection(namespace, "", ""), object -> {});
    var events = new LinkedBlockingQueue<WatchEvent>();
    var watches = new ArrayList<Thread>();
    for (int i = 0; i < 170; i++) {
      watches.add(
          Thread.ofVirtual()
              .start(() ->
                  watchUntilClosed(
                      new Selection(namespace, "", "metadata.name=one"), begin, events)));
    }

    apply("one", "a", APPLY);

    for (int i = 0; i < 170; i++) {
      assertThat(events.poll(10, TimeUnit.SECONDS)).as("event of watch " + i).isNotNull();
    }
    client.close();
    for (Thread watch : watches) {
      watch.join();
    }
  }

  @Test
  void aPathIsReadAsItComes() {
    assertThat(client.get("/version")).asString(StandardCharsets.UTF_8).contains("gitVersion");
  }
}
