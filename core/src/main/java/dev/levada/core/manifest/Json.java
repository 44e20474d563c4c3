package dev.levada.core.manifest;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/// Nodes from and to JSON, as a stream. Nesting, names and strings are limited by the reader's own
/// bounds.
public final class Json {

  /// Makes parsers and generators for callers that read or write piece by piece (lists, watches).
  public static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /// Reads one value.
  ///
  /// @throws MalformedManifest where the bytes are not JSON
  public static Node read(byte[] json) {
    return first(() -> FACTORY.createParser(ObjectReadContext.empty(), json));
  }

  /// Reads one value.
  ///
  /// @throws MalformedManifest where the stream is not JSON
  public static Node read(InputStream json) {
    return first(() -> FACTORY.createParser(ObjectReadContext.empty(), json));
  }

  private static Node first(Supplier<JsonParser> opening) {
    try (JsonParser parser = opening.get()) {
      parser.nextToken();
      return read(parser);
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /// Reads the value that begins at the parser's current token and leaves the parser on its last
  /// token.
  public static Node read(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new MalformedManifest("the JSON text is empty");
    }
    return switch (token) {
      case START_OBJECT -> mapping(parser);
      case START_ARRAY -> sequence(parser);
      case VALUE_STRING -> new Scalar(Scalar.Kind.STRING, parser.getString(), true);
      case VALUE_NUMBER_INT -> new Scalar(Scalar.Kind.INTEGER, parser.getString(), false);
      case VALUE_NUMBER_FLOAT -> new Scalar(Scalar.Kind.FLOAT, parser.getString(), false);
      case VALUE_TRUE, VALUE_FALSE -> Scalar.of(token == JsonToken.VALUE_TRUE);
      case VALUE_NULL -> Scalar.NULL;
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new MalformedManifest("unexpected " + token + " in JSON");
    };
  }

  private static Mapping mapping(JsonParser parser) {
    var mapping = new Mapping();
    String key = parser.nextName();
    while (key != null) {
      parser.nextToken();
      mapping.put(key, read(parser));
      key = parser.nextName();
    }
    return mapping;
  }

  private static Sequence sequence(JsonParser parser) {
    var sequence = new Sequence();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      sequence.add(read(parser));
    }
    return sequence;
  }

  /// The node as JSON bytes in UTF-8.
  public static byte[] bytes(Node node) {
    var out = new ByteArrayBuilder();
    write(node, out);
    return out.toByteArray();
  }

  /// The node as JSON text.
  public static String text(Node node) {
    return new String(bytes(node), java.nio.charset.StandardCharsets.UTF_8);
  }

  /// Writes the node as JSON and leaves the stream open.
  public static void write(Node node, OutputStream out) {
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      write(node, generator);
    }
  }

  /// Writes the node as the generator's next value.
  public static void write(Node node, JsonGenerator generator) {
    switch (node) {
      case Mapping mapping -> {
        generator.writeStartObject();
        mapping
            .entries()
            .forEach((key, value) -> {
              generator.writeName(key);
              write(value, generator);
            });
        generator.writeEndObject();
      }
      case Sequence sequence -> {
        generator.writeStartArray();
        sequence.items().forEach(item -> write(item, generator));
        generator.writeEndArray();
      }
      case Scalar scalar -> write(scalar, generator);
    }
  }

  private static void write(Scalar scalar, JsonGenerator generator) {
    switch (scalar.kind()) {
      case STRING, TIMESTAMP -> generator.writeString(scalar.text());
      case INTEGER -> generator.writeNumber(Integers.decimal(scalar.text()));
      case FLOAT -> generator.writeNumber(scalar.text());
      case BOOLEAN -> generator.writeBoolean(scalar.isTrue());
      case NULL -> generator.writeNull();
    }
  }

  private static MalformedManifest malformed(JacksonException e) {
    return new MalformedManifest("not valid JSON: " + e.getOriginalMessage());
  }
}
