package dev.levada.checks.demo;

import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.access.Selection;
import dev.levada.cluster.config.ClusterConfig;
import dev.levada.cluster.observe.Reflector;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.testbed.kubernetes.ControlPlane;
import java.util.Optional;

/// Prints the events that Levada writes in a namespace, as they come.
final class NewsReel implements Reflector.Sink {

  private static final ResourceType EVENTS =
      new ResourceType(new GroupVersionKind("", "v1", "Event"), "events", true);

  private final ControlPlane cluster;
  private final String namespace;
  private final Screen screen;

  NewsReel(ControlPlane cluster, String namespace, Screen screen) {
    this.cluster = cluster;
    this.namespace = namespace;
    this.screen = screen;
  }

  Reflector start() {
    KubeClient client =
        KubeClient.connect(
            ClusterConfig.load(Optional.of(cluster.kubeconfig())), (_, _, _, _) -> {});
    return Reflector.start(client, EVENTS, new Selection(namespace, "", ""), this);
  }

  @Override
  public void changed(Manifest event, boolean fromList) {
    String object =
        event.root().textAt("involvedObject", "kind")
            + "/"
            + event.root().textAt("involvedObject", "name");
    screen.news(
        event.root().textAt("type").equals("Normal"), object, event.root().textAt("message"));
  }
}
