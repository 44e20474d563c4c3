package dev.levada.api;

import java.util.Map;
import java.util.stream.Stream;

/// One schema of a definition and where it stands.
///
/// @param path the fields that lead to it, such as `spec.include[].toPath`; items of a list are
///   `[]`, values of a map `{}`
/// @param rules what the definition says about it
record Schema(String path, Map<String, Object> rules) {

  /// This schema and all below it, parents first.
  Stream<Schema> all() {
    return Stream.concat(Stream.of(this), children().flatMap(Schema::all));
  }

  /// Whether it is the schema of a named field, rather than of a list's items or a map's values.
  boolean isProperty() {
    return !path.isEmpty() && !path.endsWith("[]") && !path.endsWith("{}");
  }

  private Stream<Schema> children() {
    Stream<Schema> properties =
        Yaml.mapping(rules.get("properties")).entrySet().stream()
            .map(property -> child(separated(property.getKey()), property.getValue()));
    return Stream.of(properties, inner("items", "[]"), inner("additionalProperties", "{}"))
        .flatMap(part -> part);
  }

  private Stream<Schema> inner(String key, String mark) {
    return rules.get(key) instanceof Map<?, ?> schema
        ? Stream.of(child(mark, schema))
        : Stream.empty();
  }

  private Schema child(String step, Object schema) {
    return new Schema(path + step, Yaml.mapping(schema));
  }

  private String separated(String name) {
    return path.isEmpty() ? name : "." + name;
  }

  @Override
  public String toString() {
    return path;
  }
}
