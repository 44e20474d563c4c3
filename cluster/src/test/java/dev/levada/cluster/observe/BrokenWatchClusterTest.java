package dev.levada.cluster.observe;

import static dev.levada.cluster.access.Types.CONFIG_MAP;
import static dev.levada.cluster.access.Types.configMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.cluster.access.ApplyOptions;
import dev.levada.cluster.access.CountedRequests;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.Selection;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import dev.levada.testbed.kubernetes.ControlPlane;
import dev.levada.testbed.kubernetes.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a control plane of its own, for it is killed.
@Tag("cluster")
class BrokenWatchClusterTest {

  private static final Selection MANAGED = Selection.labelled("kustomize.toolkit.fluxcd.io/name");

  private final ControlPlane plane =
      ControlPlane.start(Settings.standard().without(Settings.Part.values()));
  private final CountedRequests requests = new CountedRequests();
  private final KubeClient client = requests.connect(plane.kubeconfig());

  @TempDir private Path folder;

  @AfterEach
  void close() {
    client.close();
    plane.close();
  }

  @Test
  void aWatchGoesOnWithoutLossAndWithoutAListAfterTheServerWasAway()
      throws InterruptedException, IOException {
    var told = new Told();
    try (var relay = new Relay(URI.create(plane.server()).getPort());
        KubeClient cutOff = requests.connect(relay.kubeconfig(plane.kubeconfig(), folder));
        var reflector = Reflector.start(cutOff, CONFIG_MAP, MANAGED, told)) {
      told.await("synced");
      apply("before");
      told.await("changed before");

      relay.cut();
      told.await("troubled");
      apply("after");
      relay.join();
      reflector.kick();
      told.await("changed after");
      apply("last");
      told.await("changed last");

      assertThat(requests.counts()).containsEntry("list 200", 1);
      assertThat(told.all).doesNotContain("gone before");
    }
  }

  @Test
  void aServerThatStartsAgainIsAskedForWhatWeMissedBeforeForAll() throws InterruptedException {
    var told = new Told();
    try (var _ = Reflector.start(client, CONFIG_MAP, MANAGED, told)) {
      told.await("synced");
      apply("before");
      told.await("changed before");

      plane.stopApiServer();
      plane.startApiServer();
      apply("after");
      told.await("changed after");
      apply("last");
      told.await("changed last");

      // Whether a fresh server still knows our version is a matter of how far it has started.
      assertThat(requests.counts().get("watch 200"))
          .isEqualTo(requests.counts().get("list 200") + 1);
      assertThat(told.all).doesNotContain("gone before");
    }
  }

  @Test
  void aVersionThatTheServerForgotMakesItListAgainAndNothingIsLost()
      throws InterruptedException, IOException {
    var told = new Told();
    apply("stays");
    apply("goes");
    try (var relay = new Relay(URI.create(plane.server()).getPort());
        KubeClient cutOff = requests.connect(relay.kubeconfig(plane.kubeconfig(), folder));
        var reflector = Reflector.start(cutOff, CONFIG_MAP, MANAGED, told)) {
      told.await("synced");
      relay.cut();
      told.await("troubled");
      plane.kubectl("-n", "default", "delete", "configmap", "goes").output();
      apply("comes");
      // A fresh server remembers nothing older than its start.
      plane.restartApiServer();
      relay.join();
      reflector.kick();

      told.await("changed comes");
      told.await("gone goes");
      told.await("recovered");
      assertThat(told.all).doesNotContain("gone stays");
      assertThat(requests.counts()).containsEntry("list 200", 2);
    }
  }

  private void apply(String name) {
    client.apply(
        CONFIG_MAP,
        "default",
        name,
        configMap("default", name, "value"),
        new ApplyOptions("levada", true, false));
  }

  /// Writes down what a sink is told.
  private static final class Told implements Reflector.Sink {

    private final LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>();
    private final Set<String> all = ConcurrentHashMap.newKeySet();

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    private void add(String what) {
      all.add(what);
      queue.add(what);
    }

    void await(String what) throws InterruptedException {
      while (!all.contains(what)) {
        assertThat(queue.poll(60, TimeUnit.SECONDS)).as(what).isNotNull();
      }
    }

    @Override
    public void begin() {
      add("begin");
    }

    @Override
    public void changed(Manifest object, boolean fromList) {
      known.add(object.name());
      add("changed " + object.name());
    }

    @Override
    public void gone(ObjectId id, String resourceVersion) {
      add("gone " + id.name());
    }

    @Override
    public void synced(Set<ObjectId> listed, String resourceVersion) {
      add("synced");
      known.stream()
          .filter(name -> listed.stream().noneMatch(id -> id.name().equals(name)))
          .forEach(name -> add("gone " + name));
    }

    @Override
    public void absent() {
      add("absent");
    }

    @Override
    public void troubled(RuntimeException trouble) {
      add("troubled");
    }

    @Override
    public void recovered() {
      add("recovered");
    }
  }
}
