package dev.levada.cli.surroundings;

import dev.levada.api.GitRepository;
import dev.levada.api.Kustomization;
import dev.levada.cluster.access.ResourceType;
import dev.levada.cluster.access.Selection;
import dev.levada.cluster.access.WatchEvent;
import dev.levada.cluster.apply.Planner;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.plan.Plan;
import dev.levada.operator.ingredient.Gathered;
import dev.levada.operator.source.GitAccess;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What the commands ask of a cluster. Failures are those of `cluster.access`.
public interface Cluster extends AutoCloseable {

  /// How the cluster serves a kind; empty where it does not.
  Optional<ResourceType> resource(GroupVersionKind type);

  /// An object, if it is there.
  Optional<Manifest> find(ResourceType type, String namespace, String name);

  /// Hands over the selected objects.
  ///
  /// @return the version of the collection, from which to follow it
  String list(ResourceType type, Selection selection, Consumer<Manifest> receiver);

  /// Hands over what happens to the selected objects after a version, until the receiver says that
  /// it is enough.
  ///
  /// @param goesOn gets each change, never a bookmark or a failure, and says whether to go on
  void follow(ResourceType type, Selection selection, String version, Predicate<WatchEvent> goesOn);

  /// Merges a patch (RFC 7396) into an object and gives back what became of it.
  Manifest merge(ResourceType type, String namespace, String name, Mapping patch);

  /// What the cluster's ConfigMaps and Secrets give to a Kustomization's objects.
  Gathered gather(Kustomization object);

  /// The other cluster that a Kustomization's objects go to; empty where it is this one. Whoever
  /// asks closes it.
  ///
  /// @throws dev.levada.core.failure.FailureException where it cannot be reached as described
  Optional<Cluster> destination(Kustomization object);

  /// What to show the Git server of a source.
  ///
  /// @throws dev.levada.core.failure.FailureException where the Secret is missing or does not fit
  GitAccess.Keys keys(GitRepository source);

  /// What a deployment would do to the cluster, as the server's dry runs tell it.
  Plan plan(Planner.Intent intent);

  /// The version of the API server, such as `v1.34.1`.
  String version();

  @Override
  void close();
}
