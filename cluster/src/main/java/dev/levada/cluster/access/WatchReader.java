package dev.levada.cluster.access;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// Reads a watch's events one after the other.
final class WatchReader implements AutoCloseable {

  private final GuardedStream stream;
  private final JsonParser parser;

  WatchReader(GuardedStream stream) throws IOException {
    this.stream = stream;
    this.parser =
        JsonReading.guard(() -> Json.FACTORY.createParser(ObjectReadContext.empty(), stream));
  }

  /// The next event; empty where the server has ended the stream.
  ///
  /// @throws IOException where the stream breaks off or is not a watch
  Optional<WatchEvent> next() throws IOException {
    return JsonReading.guard(this::event);
  }

  @Override
  public void close() {
    parser.close();
  }

  private Optional<WatchEvent> event() throws IOException {
    stream.nextItem();
    if (parser.nextToken() == null) {
      return Optional.empty();
    }
    if (Json.read(parser) instanceof Mapping event) {
      return Optional.of(event(event));
    }
    throw new IOException("an event of the watch is not an object");
  }

  private static WatchEvent event(Mapping event) throws IOException {
    if (!(event.get("object") instanceof Mapping object)) {
      throw new IOException("an event of the watch has no object");
    }
    String type = event.textAt("type");
    return switch (type) {
      case "ADDED" -> new WatchEvent.Changed(new Manifest(object), true);
      case "MODIFIED" -> new WatchEvent.Changed(new Manifest(object), false);
      case "DELETED" -> new WatchEvent.Gone(new Manifest(object));
      case "BOOKMARK" -> new WatchEvent.Bookmark(object.textAt("metadata", "resourceVersion"));
      case "ERROR" -> new WatchEvent.Failed(ApiError.of(500, object));
      default -> throw new IOException("unknown event '" + type + "' in a watch");
    };
  }
}
