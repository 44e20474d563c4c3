package dev.levada.cli.lookup;

import dev.levada.cli.failure.NearNames;
import dev.levada.cli.surroundings.Cluster;
import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.Selection;
import dev.levada.core.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Finds objects, or says what there is instead.
public final class Lookup {

  private Lookup() {}

  /// One object that must be there.
  ///
  /// @throws CommandFailure where it is not; with the names that are like it
  public static Manifest require(Cluster cluster, FluxKind kind, String namespace, String name) {
    return cluster
        .find(kind.resource(), namespace, name)
        .orElseThrow(() -> missing(cluster, kind, namespace, name));
  }

  /// Hands over the selected objects.
  ///
  /// @return the version of the collection
  /// @throws CommandFailure where the cluster does not serve the kind
  public static String list(
      Cluster cluster, FluxKind kind, Selection selection, Consumer<Manifest> receiver) {
    try {
      return cluster.list(kind.resource(), selection, receiver);
    } catch (ApiError e) {
      throw e.isNotFound() ? notServed(kind, e) : e;
    }
  }

  /// The failure for an object that is not there. The sentence is Flux's (flux-api §3.3, `get`).
  public static CommandFailure missing(
      Cluster cluster, FluxKind kind, String namespace, String name) {
    var names = new ArrayList<String>();
    list(cluster, kind, new Selection(namespace, "", ""), object -> names.add(object.name()));
    return new CommandFailure(
        "%s object '%s' not found in %s".formatted(kind.word(), name, place(namespace)),
        suggestion(kind, namespace, NearNames.of(name, names)));
  }

  private static String suggestion(FluxKind kind, String namespace, List<String> near) {
    if (!near.isEmpty()) {
      return "Did you mean " + String.join(" or ", near) + "?";
    }
    return namespace.isEmpty()
        ? "List what there is with levada get %s -A.".formatted(kind.inGet())
        : "List what there is with levada get %s -n %s, or in all namespaces with -A."
            .formatted(kind.inGet(), namespace);
  }

  /// `"ns" namespace`, or all of them.
  public static String place(String namespace) {
    return namespace.isEmpty() ? "any namespace" : "\"" + namespace + "\" namespace";
  }

  private static CommandFailure notServed(FluxKind kind, ApiError cause) {
    return new CommandFailure(
        "the cluster does not have the kind %s (%s)"
            .formatted(kind.word(), kind.resource().type().apiVersion()),
        "Install the definitions with levada crds | kubectl apply --server-side -f -",
        cause);
  }
}
