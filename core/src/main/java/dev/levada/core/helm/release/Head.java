package dev.levada.core.helm.release;

import dev.levada.core.helm.table.YamlInvalid;
import dev.levada.core.helm.table.YamlValues;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What Helm looks at in a document.
///
/// @param kind the object's kind; empty where there is none
/// @param name the object's name
/// @param annotations the object's annotations
record Head(String kind, String name, Map<String, String> annotations) {

  private static final String METADATA_TYPE =
      "struct { Name string \"json:\\\"name\\\"\";"
          + " Annotations map[string]string \"json:\\\"annotations\\\"\" }";

  /// @throws YamlInvalid where the document is no YAML or the head is malformed
  static Head read(String document) {
    Mapping root =
        YamlValues.mapping(
            dev.levada.core.gotemplate.value.GoStrings.bytes(document), "util.SimpleHead");
    text(find(root, "apiVersion"), "SimpleHead.apiVersion");
    String kind = text(find(root, "kind"), "SimpleHead.kind");
    Mapping metadata = mapping(find(root, "metadata"), "SimpleHead.metadata", METADATA_TYPE);
    String path = ".metadata";
    var annotations = new LinkedHashMap<String, String>();
    String field = path + ".annotations";
    Mapping written = mapping(find(metadata, "annotations"), field, "map[string]string");
    new TreeMap<>(written.entries())
        .forEach((key, value) -> annotations.put(key, text(Optional.of(value), field)));
    return new Head(kind, text(find(metadata, "name"), path + ".name"), annotations);
  }

  private static Optional<Node> find(Mapping mapping, String key) {
    Node exact = mapping.get(key);
    if (exact != null) {
      return Optional.of(exact);
    }
    return mapping.entries().entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(key))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Mapping mapping(Optional<Node> node, String field, String type) {
    if (node.isEmpty() || (node.get() instanceof Scalar scalar && scalar.isNull())) {
      return new Mapping();
    }
    if (node.get() instanceof Mapping mapping) {
      return mapping;
    }
    throw YamlValues.wrong(node.get(), field, type);
  }

  private static String text(Optional<Node> node, String field) {
    if (node.isEmpty()) {
      return "";
    }
    if (!(node.get() instanceof Scalar scalar)) {
      throw YamlValues.wrong(node.get(), field, "string");
    }
    return YamlValues.text(scalar);
  }
}
