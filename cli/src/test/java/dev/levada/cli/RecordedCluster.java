package dev.levada.cli;

import dev.levada.api.GitRepository;
import dev.levada.api.Kustomization;
import dev.levada.cli.surroundings.Cluster;
import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.ApiUnreachable;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.access.Selection;
import dev.levada.cluster.access.WatchEvent;
import dev.levada.cluster.apply.Planner;
import dev.levada.cluster.config.ClusterConfig;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.plan.Plan;
import dev.levada.operator.ingredient.Gathered;
import dev.levada.operator.source.GitAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A cluster as a case writes it down: `objects` are there, `afterwards` happens to them while
/// someone watches, `missingKinds` are not served, `failure` is the answer to everything.
final class RecordedCluster implements Cluster {

  private final Mapping record;
  private final List<String> patches = new ArrayList<>();

  RecordedCluster(Mapping record) {
    this.record = record;
    String unusable = record.textAt("failure", "unusable");
    if (!unusable.isEmpty()) {
      throw new ClusterConfig.Unusable(unusable);
    }
  }

  /// The patches that were sent, as `Kind/namespace/name patch`.
  List<String> patches() {
    return patches;
  }

  @Override
  public Optional<ResourceType> resource(GroupVersionKind type) {
    return isMissing(type)
        ? Optional.empty()
        : Optional.of(new ResourceType(type, type.kind().toLowerCase(Locale.ROOT) + "s", true));
  }

  private boolean isMissing(GroupVersionKind type) {
    return record.sequenceAt("missingKinds").items().stream()
        .anyMatch(kind -> kind.sameValue(Scalar.of(type.kind())));
  }

  @Override
  public Optional<Manifest> find(ResourceType type, String namespace, String name) {
    fail();
    return objects(type, new Selection(namespace, "", "metadata.name=" + name)).findFirst();
  }

  @Override
  public String list(ResourceType type, Selection selection, Consumer<Manifest> receiver) {
    fail();
    if (isMissing(type.type())) {
      throw new ApiError(
          404, "NotFound", "the server could not find the requested resource", new Mapping());
    }
    objects(type, selection).forEach(receiver);
    return "100";
  }

  private Stream<Manifest> objects(ResourceType type, Selection selection) {
    return record.sequenceAt("objects").items().stream()
        .map(node -> new Manifest((Mapping) node))
        .filter(object -> object.type().equals(type.type()))
        .filter(object -> isSelected(object, selection));
  }

  private static boolean isSelected(Manifest object, Selection selection) {
    Map<String, String> labels = object.labels();
    boolean labelled =
        selection.labelSelector().isEmpty()
            || Stream.of(selection.labelSelector().split(","))
                .map(pair -> pair.split("=", 2))
                .allMatch(pair -> pair[1].equals(labels.get(pair[0])));
    String name = selection.fieldSelector().replace("metadata.name=", "");
    return labelled
        && (name.isEmpty() || name.equals(object.name()))
        && (selection.namespace().isEmpty() || selection.namespace().equals(object.namespace()));
  }

  @Override
  public void follow(
      ResourceType type, Selection selection, String version, Predicate<WatchEvent> goesOn) {
    for (Node node : record.sequenceAt("afterwards")) {
      Mapping event = (Mapping) node;
      var object = new Manifest(event.mappingAt("object"));
      boolean gone = event.textAt("type").equals("DELETED");
      boolean seen = object.type().equals(type.type()) && isSelected(object, selection);
      if (seen
          && !goesOn.test(
              gone ? new WatchEvent.Gone(object) : new WatchEvent.Changed(object, false))) {
        return;
      }
    }
    awaitInterrupt();
  }

  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new CancellationException("interrupted");
    }
  }

  @Override
  public Manifest merge(ResourceType type, String namespace, String name, Mapping patch) {
    Manifest object = find(type, namespace, name).orElseThrow();
    patches.add(object.id().subject() + " " + Json.text(patch));
    Manifest merged = object.copy();
    patch
        .mappingAt("spec")
        .entries()
        .forEach((key, value) -> merged.root().child("spec").put(key, value));
    if (patch.has("spec")) {
      merged.root().child("metadata").put("generation", Scalar.of(object.generation() + 1));
    }
    return merged;
  }

  @Override
  public Gathered gather(Kustomization object) {
    throw new UnsupportedOperationException("nothing that is recorded needs it");
  }

  @Override
  public Optional<Cluster> destination(Kustomization object) {
    throw new UnsupportedOperationException("nothing that is recorded needs it");
  }

  @Override
  public GitAccess.Keys keys(GitRepository source) {
    throw new UnsupportedOperationException("nothing that is recorded needs it");
  }

  @Override
  public Plan plan(Planner.Intent intent) {
    throw new UnsupportedOperationException("only a real API server knows what it would do");
  }

  @Override
  public String version() {
    fail();
    return "v1.34.1";
  }

  private void fail() {
    Mapping failure = record.mappingAt("failure");
    if (!failure.textAt("unreachable").isEmpty()) {
      throw new ApiUnreachable(failure.textAt("unreachable"), null);
    }
    int code = (int) failure.numberAt(0, "code");
    if (code != 0) {
      throw new ApiError(code, failure.textAt("reason"), failure.textAt("message"), new Mapping());
    }
  }

  @Override
  public void close() {}
}
