package dev.levada.cluster.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.access.Types;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Mapping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

  private static final String DOCUMENT =
      """
      {"kind": "APIGroupDiscoveryList", "apiVersion": "apidiscovery.k8s.io/v2", "items": [
        {"metadata": {"name": "autoscaling"}, "versions": [
          {"version": "v2", "resources": [
            {"resource": "horizontalpodautoscalers", "scope": "Namespaced",
             "responseKind": {"group": "", "version": "", "kind": "HorizontalPodAutoscaler"},
             "subresources": [{"subresource": "status"}]}]},
          {"version": "v1", "resources": [
            {"resource": "horizontalpodautoscalers", "scope": "Namespaced",
             "responseKind": {"kind": "HorizontalPodAutoscaler"}}]}]},
        {"metadata": {"name": "rbac.authorization.k8s.io"}, "versions": [
          {"version": "v1", "resources": [
            {"resource": "clusterroles", "scope": "Cluster",
             "responseKind": {"kind": "ClusterRole"}}]}]}]}
      """;
  private static final GroupVersionKind WIDGET = new GroupVersionKind("test", "v1", "Widget");

  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger questions = new AtomicInteger();
  private final List<ResourceType> served =
      new ArrayList<>(DiscoveryDocument.types((Mapping) Json.read(Types.bytes(DOCUMENT))));
  private final Discovery discovery =
      new Discovery(
          () -> {
            questions.incrementAndGet();
            return List.copyOf(served);
          },
          now::get);

  private static GroupVersionKind autoscaler(String version) {
    return new GroupVersionKind("autoscaling", version, "HorizontalPodAutoscaler");
  }

  @Test
  void kindsAreFoundInEachVersionAndThePreferredOneFirst() {
    assertThat(discovery.find(autoscaler("v1")))
        .contains(new ResourceType(autoscaler("v1"), "horizontalpodautoscalers", true));
    assertThat(discovery.preferred("autoscaling", "HorizontalPodAutoscaler"))
        .get()
        .extracting(type -> type.type().version())
        .isEqualTo("v2");
    assertThat(discovery.preferred("rbac.authorization.k8s.io", "ClusterRole"))
        .get()
        .extracting(ResourceType::namespaced)
        .isEqualTo(false);
    assertThat(discovery.all()).hasSize(3);
    assertThat(questions).hasValue(1);
  }

  @Test
  void anUnknownKindIsAskedForButNotTooOften() {
    assertThat(discovery.find(WIDGET)).isEmpty();
    assertThat(discovery.find(WIDGET)).isEmpty();
    assertThat(questions).hasValue(1);

    served.add(new ResourceType(WIDGET, "widgets", true));
    now.addAndGet(Duration.ofSeconds(3).toNanos());
    assertThat(discovery.find(WIDGET)).isPresent();
    assertThat(questions).hasValue(2);
  }

  @Test
  void whatIsInvalidIsAskedForAtOnce() {
    assertThat(discovery.find(autoscaler("v1"))).isPresent();
    served.clear();
    discovery.invalidate();

    assertThat(discovery.find(autoscaler("v1"))).isEmpty();
    assertThat(discovery.all()).isEmpty();
    assertThat(questions).hasValue(2);
  }
}
