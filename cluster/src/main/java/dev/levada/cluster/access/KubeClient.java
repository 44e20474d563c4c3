package dev.levada.cluster.access;

import dev.levada.cluster.config.ClusterConfig;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// Talks to one API server as one user, for everyone that reads or changes a cluster. Its methods
/// block: call them on virtual threads. It can be used by many threads at once.
///
/// All methods throw {@link ApiError} where the server refuses and {@link ApiUnreachable} where no
/// usable answer comes; an interrupted thread gets a `CancellationException`.
public final class KubeClient implements AutoCloseable {

  private static final int PAGE = 500;
  private static final Duration TIMEOUT = Duration.ofSeconds(65);
  // Bookmarks come about once a minute.
  private static final Duration WATCH_PATIENCE = Duration.ofSeconds(150);
  private static final int SHORTEST_WATCH_SECONDS = 300;
  private static final int LONGEST_WATCH_SECONDS = 600;

  private static final long TOKEN_SECONDS = 3_600;
  private static final ResourceType SERVICE_ACCOUNTS =
      new ResourceType(new GroupVersionKind("", "v1", "ServiceAccount"), "serviceaccounts", true);

  private final Transport transport;
  private final String user;
  private final boolean owner;

  private KubeClient(Transport transport, String user, boolean owner) {
    this.transport = transport;
    this.user = user;
    this.owner = owner;
  }

  /// Makes a client; the first request opens the connection.
  ///
  /// @param config which cluster, and as whom
  /// @param meter counts the requests
  public static KubeClient connect(ClusterConfig config, RequestMeter meter) {
    return connect(config, meter, TIMEOUT);
  }

  static KubeClient connect(ClusterConfig config, RequestMeter meter, Duration timeout) {
    var transport = new Transport(config.server(), config.endpoint(), meter, timeout);
    return new KubeClient(transport, config.user(), true);
  }

  /// A client over the same connections that acts as another user; closing it does nothing.
  public KubeClient impersonating(String user) {
    return new KubeClient(transport, user, false);
  }

  /// An object, if it is there.
  public Optional<Manifest> find(ResourceType type, String namespace, String name) {
    try {
      return Optional.of(get(type, namespace, name));
    } catch (ApiError e) {
      if (e.isNotFound()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// Whether the server's cache has an object. That costs the server less than to read it, and may
  /// be a moment behind: for whoever would do no harm with an object that is there after all.
  public boolean isCached(ResourceType type, String namespace, String name) {
    String path =
        new Query(type.objectPath(namespace, name)).add("resourceVersion", "0").toString();
    try {
      return transport.call(Call.get("get", type.plural(), path, user)).isGood();
    } catch (ApiError e) {
      if (e.isNotFound()) {
        return false;
      }
      throw e;
    }
  }

  /// An object that must be there.
  public Manifest get(ResourceType type, String namespace, String name) {
    return manifest(Call.get("get", type.plural(), type.objectPath(namespace, name), user));
  }

  /// What stands at a path of the API (`/version`, discovery, metrics), as it comes.
  public byte[] get(String rawPath) {
    return get(rawPath, "application/json");
  }

  /// What stands at a path of the API in one of the media types that are accepted.
  public byte[] get(String rawPath, String accept) {
    return transport.call(Call.get("get", "", rawPath, user).accepting(accept)).bytes();
  }

  /// Hands over the selected objects one after the other, with apiVersion and kind, page by page.
  /// Where a page fails after others came, the receiver has seen a part.
  ///
  /// @param receiver gets each object; it should be quick and send no requests
  /// @return the version of the collection, where a watch can go on
  public String list(ResourceType type, Selection selection, Consumer<Manifest> receiver) {
    String more = "";
    while (true) {
      String path =
          new Query(type.path(selection.namespace(), ""))
              .add("limit", Integer.toString(PAGE))
              .add("continue", more)
              .select(selection)
              .toString();
      Page page =
          transport.list(
              Call.get("list", type.plural(), path, user), stream -> page(stream, type, receiver));
      if (page.more().isEmpty()) {
        return page.resourceVersion();
      }
      more = page.more();
    }
  }

  private record Page(String resourceVersion, String more) {}

  private static Page page(GuardedStream stream, ResourceType type, Consumer<Manifest> receiver)
      throws IOException {
    try (var reader = new ListReader(stream, type)) {
      Optional<Manifest> item = reader.next();
      while (item.isPresent()) {
        receiver.accept(item.get());
        item = reader.next();
      }
      return new Page(reader.resourceVersion(), reader.more());
    }
  }

  /// Hands over what happens to the selected objects, until the server ends the stream (after five
  /// to ten minutes).
  ///
  /// @param resourceVersion after which version; from a list, an event or a bookmark
  /// @param receiver gets each event on the calling thread
  public void watch(
      ResourceType type,
      Selection selection,
      String resourceVersion,
      Consumer<WatchEvent> receiver) {
    int seconds =
        ThreadLocalRandom.current().nextInt(SHORTEST_WATCH_SECONDS, LONGEST_WATCH_SECONDS + 1);
    String path =
        new Query(type.path(selection.namespace(), ""))
            .add("watch", "true")
            .add("allowWatchBookmarks", "true")
            .add("timeoutSeconds", Integer.toString(seconds))
            .add("resourceVersion", resourceVersion)
            .select(selection)
            .toString();
    Boolean ended =
        transport.watch(
            Call.get("watch", type.plural(), path, user),
            WATCH_PATIENCE,
            stream -> events(stream, receiver));
    assert ended;
  }

  private static boolean events(GuardedStream stream, Consumer<WatchEvent> receiver)
      throws IOException {
    try (var reader = new WatchReader(stream)) {
      Optional<WatchEvent> event = reader.next();
      while (event.isPresent()) {
        receiver.accept(event.get());
        event = reader.next();
      }
      return true;
    }
  }

  /// Waits until hardly any request to the server is under way, but no longer than the patience
  /// lasts: a request that nobody waits for keeps none waiting that somebody does.
  public void awaitQuiet(Duration patience) throws InterruptedException {
    transport.awaitQuiet(patience);
  }

  /// Creates an object that is not there yet.
  ///
  /// @param manager who will own its fields
  public Manifest create(ResourceType type, Manifest object, String manager) {
    type.objectPath(object.namespace(), object.name());
    String path =
        new Query(type.path(object.namespace(), "")).add("fieldManager", manager).toString();
    return manifest(
        change("create", type, "POST", path, "application/json", Json.bytes(object.root())).once());
  }

  /// Applies an object: the fields in it become the manager's, those it no longer has go.
  ///
  /// @param json the object
  public Applied apply(
      ResourceType type, String namespace, String name, byte[] json, ApplyOptions options) {
    String path =
        new Query(type.objectPath(namespace, name))
            .add("fieldManager", options.manager())
            .add("force", options.force() ? "true" : "")
            .add("dryRun", options.dryRun() ? "All" : "")
            .toString();
    Answer answer = send(change("apply", type, "PATCH", path, PatchKind.APPLY.contentType(), json));
    return new Applied(answer.code() == 201, answer.bytes());
  }

  /// Changes an object or a part of it.
  ///
  /// @param subresource `status`, or empty for the object itself
  /// @param body the patch
  /// @param manager who will own the changed fields
  public Manifest patch(
      ResourceType type,
      String namespace,
      String name,
      String subresource,
      PatchKind kind,
      byte[] body,
      String manager) {
    String object = type.objectPath(namespace, name);
    String path =
        new Query(subresource.isEmpty() ? object : object + "/" + subresource)
            .add("fieldManager", manager)
            .add("force", kind == PatchKind.APPLY ? "true" : "")
            .toString();
    Call call = change("patch", type, "PATCH", path, kind.contentType(), body);
    return manifest(kind == PatchKind.JSON ? call.once() : call);
  }

  /// Deletes an object, or begins to where it has finalizers.
  ///
  /// @return false where it was gone already
  public boolean delete(ResourceType type, String namespace, String name, Deletion deletion) {
    String path = type.objectPath(namespace, name);
    try {
      send(change("delete", type, "DELETE", path, "application/json", deletion.body()));
      return true;
    } catch (ApiError e) {
      if (e.isNotFound()) {
        return false;
      }
      throw e;
    }
  }

  /// Asks for a token of a service account that is good for an hour.
  ///
  /// @param audiences who will accept it
  public String serviceAccountToken(String namespace, String name, List<String> audiences) {
    var request =
        new Mapping()
            .put("apiVersion", "authentication.k8s.io/v1")
            .put("kind", "TokenRequest")
            .put(
                "spec",
                new Mapping()
                    .put("audiences", new Sequence(audiences.stream().map(Scalar::of).toList()))
                    .put("expirationSeconds", Scalar.of(TOKEN_SECONDS)));
    String path = SERVICE_ACCOUNTS.objectPath(namespace, name) + "/token";
    Call call =
        change("create", SERVICE_ACCOUNTS, "POST", path, "application/json", Json.bytes(request));
    return manifest(call).root().textAt("status", "token");
  }

  private Call change(
      String verb, ResourceType type, String method, String path, String contentType, byte[] body) {
    return new Call(
        verb, type.plural(), method, path, "application/json", contentType, body, user, true);
  }

  private Manifest manifest(Call call) {
    byte[] body = send(call).bytes();
    try {
      return Applied.manifest(body);
    } catch (MalformedManifest e) {
      throw Transport.brokenOff(call, e);
    }
  }

  // The server quotes values it does not like, and those of a Secret are nobody's business.
  private Answer send(Call call) {
    try {
      return transport.call(call);
    } catch (ApiError e) {
      throw call.plural().equals("secrets") ? e.withoutValues() : e;
    }
  }

  /// Ends all requests and closes the connections, unless they belong to another client.
  @Override
  public void close() {
    if (owner) {
      transport.close();
    }
  }
}
