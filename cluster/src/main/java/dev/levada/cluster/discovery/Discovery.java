package dev.levada.cluster.discovery;

import dev.levada.cluster.access.ApiUnreachable;
import dev.levada.cluster.access.KubeClient;
import dev.levada.cluster.access.ResourceType;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The kinds that an API server serves, remembered. A kind that is not known makes it ask again,
/// though not too often, since the kind may have come a moment ago.
public final class Discovery {

  private static final String ACCEPT =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
          + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList";
  private static final long LEAST_PAUSE = Duration.ofSeconds(2).toNanos();

  private final Supplier<List<ResourceType>> source;
  private final LongSupplier nanoTime;
  private Known known = new Known(Map.of(), 0, true);

  private record Known(Map<GroupVersionKind, ResourceType> types, long at, boolean stale) {}

  /// @param client asks the server; any authenticated user may
  public Discovery(KubeClient client) {
    this(() -> ask(client), System::nanoTime);
  }

  Discovery(Supplier<List<ResourceType>> source, LongSupplier nanoTime) {
    this.source = source;
    this.nanoTime = nanoTime;
  }

  /// How the server serves a kind; empty where it does not.
  public synchronized Optional<ResourceType> find(GroupVersionKind type) {
    ResourceType found = known.types().get(type);
    if (found == null && refresh()) {
      found = known.types().get(type);
    }
    return Optional.ofNullable(found);
  }

  /// The version of a kind that the server prefers; empty where it serves none.
  public synchronized Optional<ResourceType> preferred(String group, String kind) {
    Optional<ResourceType> found = first(group, kind);
    return found.isEmpty() && refresh() ? first(group, kind) : found;
  }

  /// All kinds in all versions, preferred versions first within a group.
  public synchronized List<ResourceType> all() {
    if (known.stale()) {
      refresh();
    }
    return List.copyOf(known.types().values());
  }

  /// What is remembered may be wrong (a definition was applied or is gone): the next question goes
  /// to the server.
  public synchronized void invalidate() {
    known = new Known(Map.of(), known.at(), true);
  }

  private Optional<ResourceType> first(String group, String kind) {
    Collection<ResourceType> types = known.types().values();
    return types.stream()
        .filter(type -> type.type().group().equals(group) && type.type().kind().equals(kind))
        .findFirst();
  }

  private boolean refresh() {
    long now = nanoTime.getAsLong();
    if (!known.stale() && now - known.at() < LEAST_PAUSE) {
      return false;
    }
    var types = new LinkedHashMap<GroupVersionKind, ResourceType>();
    source.get().forEach(type -> types.putIfAbsent(type.type(), type));
    known = new Known(types, now, false);
    return true;
  }

  private static List<ResourceType> ask(KubeClient client) {
    var types = new ArrayList<ResourceType>();
    for (String path : List.of("/api", "/apis")) {
      byte[] body = client.get(path, ACCEPT);
      try {
        if (Json.read(body) instanceof Mapping document) {
          types.addAll(DiscoveryDocument.types(document));
        }
      } catch (MalformedManifest e) {
        throw new ApiUnreachable("GET " + path + ": the answer is " + e.getMessage(), e);
      }
    }
    return types;
  }
}
