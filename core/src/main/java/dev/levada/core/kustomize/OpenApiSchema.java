package dev.levada.core.kustomize;

import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads from an OpenAPI document which lists are merged by key: `x-kubernetes-patch-strategy` says
/// whether, `x-kubernetes-patch-merge-key` or `x-kubernetes-list-map-keys` by which keys.
final class OpenApiSchema {

  private static final String REFERENCE = "#/definitions/";

  private final Mapping definitions;
  private final Map<String, MergeType> types = new HashMap<>();

  private OpenApiSchema(Mapping definitions) {
    this.definitions = definitions;
  }

  /// The types that the document defines.
  static Map<GroupVersionKind, MergeType> read(Mapping document) {
    var schema = new OpenApiSchema(document.mappingAt("definitions"));
    var types = new HashMap<GroupVersionKind, MergeType>();
    for (String name : schema.definitions.entries().keySet()) {
      Mapping definition = schema.definitions.mappingAt(name);
      for (Node node : definition.sequenceAt("x-kubernetes-group-version-kind")) {
        if (node instanceof Mapping type) {
          types.put(
              new GroupVersionKind(
                  type.textAt("group"), type.textAt("version"), type.textAt("kind")),
              schema.named(name));
        }
      }
    }
    return types;
  }

  private MergeType named(String name) {
    MergeType known = types.get(name);
    if (known != null) {
      return known;
    }
    // Entered before it is filled, because definitions may contain themselves.
    var fields = new HashMap<String, MergeType.Field>();
    var type = new MergeType(fields);
    types.put(name, type);
    fill(definitions.mappingAt(name), fields);
    return type;
  }

  private void fill(Mapping definition, Map<String, MergeType.Field> fields) {
    definition
        .mappingAt("properties")
        .entries()
        .forEach((name, property) -> {
          if (property instanceof Mapping mapping) {
            fields.put(name, field(mapping));
          }
        });
  }

  private MergeType.Field field(Mapping property) {
    Mapping items = property.mappingAt("items");
    boolean isList = property.has("items");
    return new MergeType.Field(
        type(isList ? items : property), isList ? keys(property, items) : List.of());
  }

  private MergeType type(Mapping schema) {
    String reference = schema.textAt("$ref");
    if (reference.startsWith(REFERENCE)) {
      return named(reference.substring(REFERENCE.length()));
    }
    var fields = new HashMap<String, MergeType.Field>();
    fill(schema, fields);
    return fields.isEmpty() ? MergeType.UNKNOWN : new MergeType(fields);
  }

  private static List<String> keys(Mapping property, Mapping items) {
    String strategy = property.textAt("x-kubernetes-patch-strategy");
    if (!List.of(strategy.split(",")).contains("merge")) {
      return List.of();
    }
    List<String> several =
        property.sequenceAt("x-kubernetes-list-map-keys").items().stream()
            .filter(Scalar.class::isInstance)
            .map(key -> ((Scalar) key).text())
            .toList();
    if (!several.isEmpty()) {
      return several;
    }
    String key = property.textAt("x-kubernetes-patch-merge-key");
    if (!key.isEmpty()) {
      return List.of(key);
    }
    boolean plain = !items.has("$ref") && !items.textAt("type").equals("object");
    return plain ? List.of(MergeType.SET) : List.of();
  }
}
