package dev.levada.core.helm.chart;

import dev.levada.core.helm.table.YamlValues;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The fields of an object of Chart.yaml, read as Go reads them into a struct: scalars become texts
/// where texts are wanted, names are found in any case, unknown ones are ignored.
///
/// @param mapping the object
/// @param path what errors say of where it stands, such as `Metadata.maintainers`
record MetadataFields(Mapping mapping, String path) {

  String text(String field) {
    return find(field).map(node -> text(node, path + "." + field)).orElse("");
  }

  boolean flag(String field) {
    return find(field)
        .map(node -> {
          if (node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.BOOLEAN) {
            return Json.text(scalar).equals("true");
          }
          throw YamlValues.wrong(node, path + "." + field, "bool");
        })
        .orElse(false);
  }

  List<String> texts(String field) {
    return list(field, "[]string", node -> text(node, path + "." + field));
  }

  /// Texts by name; nothing where the field is missing.
  Optional<Map<String, String>> textMap(String field) {
    return find(field)
        .map(node -> {
          if (!(node instanceof Mapping map)) {
            throw YamlValues.wrong(node, path + "." + field, "map[string]string");
          }
          var texts = new LinkedHashMap<String, String>();
          map.entries().forEach((key, value) -> texts.put(key, text(value, path + "." + field)));
          return Map.copyOf(texts);
        });
  }

  /// A list of objects; nothing in place of a null.
  ///
  /// @param type what errors say of the elements' type
  List<Optional<MetadataFields>> objects(String field, String type) {
    String inner = type.substring(type.indexOf('.') + 1) + "." + field;
    return list(
        field,
        "[]*" + type,
        node ->
            switch (node) {
              case Mapping map -> Optional.of(new MetadataFields(map, inner));
              case Scalar scalar when scalar.isNull() -> Optional.empty();
              case Scalar _, Sequence _ -> throw YamlValues.wrong(node, path + "." + field, type);
            });
  }

  /// A list of anything.
  <T> List<T> list(String field, String type, Function<Node, T> read) {
    var all = new ArrayList<T>();
    find(field)
        .ifPresent(node -> {
          if (!(node instanceof Sequence sequence)) {
            throw YamlValues.wrong(node, path + "." + field, type);
          }
          sequence.forEach(item -> all.add(read.apply(item)));
        });
    return all;
  }

  private Optional<Node> find(String field) {
    Node exact = mapping.get(field);
    if (exact != null) {
      return present(exact);
    }
    return mapping.entries().entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(field))
        .map(Map.Entry::getValue)
        .findFirst()
        .flatMap(MetadataFields::present);
  }

  private static Optional<Node> present(Node node) {
    return node instanceof Scalar scalar && scalar.isNull() ? Optional.empty() : Optional.of(node);
  }

  private static String text(Node node, String field) {
    if (!(node instanceof Scalar scalar)) {
      throw YamlValues.wrong(node, field, "string");
    }
    return YamlValues.text(scalar);
  }
}
