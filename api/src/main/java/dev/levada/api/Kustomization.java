package dev.levada.api;

import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.ObjectId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A folder of a source to build and apply (kustomize.toolkit.fluxcd.io/v1; flux-api §1.8).
///
/// @param metadata name, namespace and the like
/// @param spec what the user wants
/// @param status what was last reported, as the API server holds it
public record Kustomization(Metadata metadata, Spec spec, Mapping status) {

  /// The kind's word.
  public static final String KIND = "Kustomization";

  /// The type as the API server names it.
  public static final GroupVersionKind TYPE =
      new GroupVersionKind("kustomize.toolkit.fluxcd.io", "v1", KIND);

  private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(30);

  /// What happens to the applied objects when the Kustomization is deleted.
  public enum DeletionPolicy {
    /// Delete them if pruning is on.
    MIRROR_PRUNE,
    /// Delete them.
    DELETE,
    /// Delete them and wait until they are gone.
    WAIT_FOR_TERMINATION,
    /// Leave them.
    ORPHAN;

    static DeletionPolicy of(String word) {
      return switch (word) {
        case "Delete" -> DELETE;
        case "WaitForTermination" -> WAIT_FOR_TERMINATION;
        case "Orphan" -> ORPHAN;
        default -> MIRROR_PRUNE;
      };
    }
  }

  /// Which object it is.
  public ObjectId id() {
    return new ObjectId(TYPE.group(), KIND, metadata.namespace(), metadata.name());
  }

  /// An object that must be there, and ready, first.
  ///
  /// @param type its kind; without a version where a kind of others is named without one
  /// @param namespace its namespace; empty where none is named and the kind is not this one
  /// @param name its name
  /// @param ready whether it must be ready; where not, it only has to exist
  /// @param readyExpression a CEL expression that replaces the built-in check; empty for none
  public record Dependency(
      GroupVersionKind type, String namespace, String name, boolean ready, String readyExpression) {

    /// Whether it is a Kustomization, as dependencies are that name no kind.
    public boolean isKustomization() {
      return type.kind().equals(KIND) && type.group().equals(TYPE.group());
    }

    /// Which object.
    public ObjectId id() {
      return new ObjectId(type.group(), type.kind(), namespace, name);
    }

    /// Whether its readiness is asked for in the user's own words.
    public boolean isAsked() {
      return ready && !readyExpression.isEmpty();
    }

    // Flux 2.10: what is left out is this kind, its version and the own namespace.
    private static Dependency of(Mapping written, String ownNamespace) {
      String kind = written.textAt("kind");
      boolean own = kind.isEmpty() || kind.equals(KIND);
      String version = written.textAt("apiVersion");
      String namespace = written.textAt("namespace");
      return new Dependency(
          own && version.isEmpty() ? TYPE : GroupVersionKind.of(version, own ? KIND : kind),
          own && namespace.isEmpty() ? ownNamespace : namespace,
          written.textAt("name"),
          !written.has("ready") || written.isTrueAt("ready"),
          written.textAt("readyExpr"));
    }
  }

  /// What the user wants.
  ///
  /// @param source where the files come from
  /// @param path folder in the source; empty for its root
  /// @param interval how often to look after it
  /// @param retryInterval how soon to try again after a failure
  /// @param timeout how long to wait for health
  /// @param prune whether objects that left the source are deleted
  /// @param deletionPolicy what happens when the Kustomization goes
  /// @param waits whether all applied objects must become healthy
  /// @param healthChecks objects that must become healthy where not all must
  /// @param force whether an object is made anew where a field of it cannot be changed
  /// @param dependencies what must be ready first
  /// @param suspended whether to leave it alone
  /// @param raw the whole spec: what the renderer overlays, and fields that are not built yet
  public record Spec(
      SourceReference source,
      String path,
      Duration interval,
      Duration retryInterval,
      Duration timeout,
      boolean prune,
      DeletionPolicy deletionPolicy,
      boolean waits,
      List<ObjectId> healthChecks,
      boolean force,
      List<Dependency> dependencies,
      boolean suspended,
      Mapping raw) {}

  /// Reads the resource.
  ///
  /// @throws IllegalArgumentException where a field holds what the schema would have refused
  public static Kustomization of(Manifest object) {
    Mapping spec = object.root().mappingAt("spec");
    Duration interval = GoDuration.parse(spec.textAt("interval"));
    return new Kustomization(
        Metadata.of(object),
        new Spec(
            SourceReference.of(spec.mappingAt("sourceRef"), object.namespace()),
            spec.textAt("path"),
            interval,
            GoDuration.parse(spec.textAt("retryInterval"), interval),
            timeout(spec.textAt("timeout"), interval),
            spec.isTrueAt("prune"),
            DeletionPolicy.of(spec.textAt("deletionPolicy")),
            spec.isTrueAt("wait"),
            healthChecks(spec),
            spec.isTrueAt("force"),
            dependencies(spec, object.namespace()),
            spec.isTrueAt("suspend"),
            spec),
        object.root().mappingAt("status"));
  }

  // flux-api §1.8: at least 30 s, by default the interval less 30 s.
  private static Duration timeout(String written, Duration interval) {
    Duration timeout = GoDuration.parse(written, interval.minus(SHORTEST_TIMEOUT));
    return timeout.compareTo(SHORTEST_TIMEOUT) < 0 ? SHORTEST_TIMEOUT : timeout;
  }

  private static List<ObjectId> healthChecks(Mapping spec) {
    var checks = new ArrayList<ObjectId>();
    for (Node check : spec.sequenceAt("healthChecks")) {
      if (check instanceof Mapping mapping) {
        String apiVersion = mapping.textAt("apiVersion");
        var type =
            GroupVersionKind.of(
                apiVersion.isEmpty() ? "apps/v1" : apiVersion, mapping.textAt("kind"));
        checks.add(
            new ObjectId(
                type.group(), type.kind(), mapping.textAt("namespace"), mapping.textAt("name")));
      }
    }
    return List.copyOf(checks);
  }

  private static List<Dependency> dependencies(Mapping spec, String ownNamespace) {
    var dependencies = new ArrayList<Dependency>();
    for (Node dependency : spec.sequenceAt("dependsOn")) {
      if (dependency instanceof Mapping mapping) {
        dependencies.add(Dependency.of(mapping, ownNamespace));
      }
    }
    return List.copyOf(dependencies);
  }
}
