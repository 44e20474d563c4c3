package dev.levada.cluster.access;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// Reads a list item by item, so that never more than one of its objects is held.
final class ListReader implements AutoCloseable {

  private final GuardedStream stream;
  private final ResourceType type;
  private final JsonParser parser;
  private Mapping metadata = new Mapping();
  private boolean inItems;
  private boolean begun;

  ListReader(GuardedStream stream, ResourceType type) throws IOException {
    this.stream = stream;
    this.type = type;
    this.parser =
        JsonReading.guard(() -> Json.FACTORY.createParser(ObjectReadContext.empty(), stream));
  }

  /// The next item, with apiVersion and kind; empty after the last.
  ///
  /// @throws IOException where the stream ends early or is not a list
  Optional<Manifest> next() throws IOException {
    return JsonReading.guard(() -> inItems || toItems() ? item() : Optional.empty());
  }

  private Optional<Manifest> item() throws IOException {
    stream.nextItem();
    if (parser.nextToken() == JsonToken.END_ARRAY) {
      inItems = false;
      return next();
    }
    if (!(Json.read(parser) instanceof Mapping item)) {
      throw new IOException("an item of the list is not an object");
    }
    return Optional.of(typed(item));
  }

  // Items of built-in kinds say neither apiVersion nor kind: the list does.
  private Manifest typed(Mapping item) {
    if (item.has("apiVersion") && item.has("kind")) {
      return new Manifest(item);
    }
    var root =
        new Mapping().put("apiVersion", type.type().apiVersion()).put("kind", type.type().kind());
    item.entries().forEach(root::put);
    return new Manifest(root);
  }

  /// Goes on to the items, or to the end of the list where there are none (any more).
  private boolean toItems() throws IOException {
    if (!begun) {
      begun = true;
      expect(JsonToken.START_OBJECT, parser.nextToken());
    }
    String name = parser.nextName();
    while (name != null) {
      JsonToken value = parser.nextToken();
      if (name.equals("items") && value == JsonToken.START_ARRAY) {
        inItems = true;
        return true;
      }
      if (name.equals("metadata") && Json.read(parser) instanceof Mapping read) {
        metadata = read;
      } else {
        parser.skipChildren();
      }
      name = parser.nextName();
    }
    expect(JsonToken.END_OBJECT, parser.currentToken());
    return false;
  }

  private static void expect(JsonToken wanted, JsonToken found) throws IOException {
    if (found != wanted) {
      throw new IOException("not a list: " + wanted + " expected, found " + found);
    }
  }

  /// The version of the collection; known after the last item.
  String resourceVersion() {
    return metadata.textAt("resourceVersion");
  }

  /// Where the next page begins; empty after the last. Known after the last item.
  String more() {
    return metadata.textAt("continue");
  }

  @Override
  public void close() {
    parser.close();
  }
}
