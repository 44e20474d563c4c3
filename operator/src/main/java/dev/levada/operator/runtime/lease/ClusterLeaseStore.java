package dev.levada.operator.runtime.lease;

import dev.levada.cluster.access.ApiError;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.PatchKind;
import dev.levada.cluster.access.ResourceType;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps the lease in the cluster.
public final class ClusterLeaseStore implements LeaseStore {

  private static final ResourceType LEASES =
      new ResourceType(new GroupVersionKind("coordination.k8s.io", "v1", "Lease"), "leases", true);

  private static final DateTimeFormatter MICRO_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final KubeClient client;
  private final String namespace;
  private final String name;
  private final String manager;

  /// @param client talks to the cluster in which we run
  /// @param namespace the lease's namespace; the one in which we run
  /// @param name the lease's name
  /// @param manager the field manager that writes it
  public ClusterLeaseStore(KubeClient client, String namespace, String name, String manager) {
    this.client = client;
    this.namespace = namespace;
    this.name = name;
    this.manager = manager;
  }

  @Override
  public Optional<LeaseView> get() {
    return client.find(LEASES, namespace, name).map(ClusterLeaseStore::view);
  }

  @Override
  public Optional<LeaseView> create(LeaseView lease) {
    Manifest object = object(lease);
    object.root().put("apiVersion", "coordination.k8s.io/v1").put("kind", "Lease");
    return unlessOvertaken(() -> client.create(LEASES, object, manager));
  }

  @Override
  public Optional<LeaseView> update(LeaseView lease) {
    byte[] patch = Json.bytes(object(lease).root());
    return unlessOvertaken(
        () -> client.patch(LEASES, namespace, name, "", PatchKind.MERGE, patch, manager));
  }

  private static Optional<LeaseView> unlessOvertaken(Supplier<Manifest> change) {
    try {
      return Optional.of(view(change.get()));
    } catch (ApiError e) {
      if (e.isConflict() || e.isAlreadyExists() || e.isNotFound()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// The lease as an object; as a patch its resourceVersion makes the server refuse it where
  /// somebody else was first.
  private Manifest object(LeaseView lease) {
    var root = new Mapping();
    root.child("metadata").put("name", name).put("namespace", namespace);
    if (!lease.version().isEmpty()) {
      root.child("metadata").put("resourceVersion", lease.version());
    }
    root.child("spec")
        .put("holderIdentity", lease.holder().isEmpty() ? Scalar.NULL : Scalar.of(lease.holder()))
        .put("leaseDurationSeconds", Scalar.of(lease.duration().toSeconds()))
        .put("acquireTime", MICRO_TIME.format(lease.acquired()))
        .put("renewTime", MICRO_TIME.format(lease.renewed()))
        .put("leaseTransitions", Scalar.of(lease.transitions()));
    return new Manifest(root);
  }

  private static LeaseView view(Manifest object) {
    Mapping spec = object.root().mappingAt("spec");
    return new LeaseView(
        spec.textAt("holderIdentity"),
        Duration.ofSeconds(spec.numberAt(0, "leaseDurationSeconds")),
        time(spec.textAt("acquireTime")),
        time(spec.textAt("renewTime")),
        (int) spec.numberAt(0, "leaseTransitions"),
        object.resourceVersion());
  }

  private static Instant time(String text) {
    try {
      return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
    } catch (DateTimeException notOurs) {
      return Instant.EPOCH; // nobody decides by this time
    }
  }
}
