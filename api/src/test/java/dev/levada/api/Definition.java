package dev.levada.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A definition as the tests look at it.
///
/// @param name its name
/// @param root the whole object
record Definition(String name, Map<String, Object> root) {

  static List<Definition> all() {
    return CustomResourceDefinitions.names().stream().map(Definition::of).toList();
  }

  /// Those whose contract is Flux's.
  static List<Definition> ofFlux() {
    return all().stream().filter(definition -> definition.name.endsWith(".fluxcd.io")).toList();
  }

  private static Definition of(String name) {
    byte[] yaml = CustomResourceDefinitions.yaml(name);
    return new Definition(name, Yaml.mapping(new String(yaml, StandardCharsets.UTF_8)));
  }

  Object at(String... path) {
    Object node = root;
    for (String key : path) {
      node = Yaml.mapping(node).get(key);
    }
    return node;
  }

  Map<String, Object> labels() {
    return Yaml.mapping(at("metadata", "labels"));
  }

  Map<String, Object> annotations() {
    return Yaml.mapping(at("metadata", "annotations"));
  }

  String kind() {
    return String.valueOf(at("spec", "names", "kind"));
  }

  /// The schema of the one version.
  Schema schema() {
    var version = Yaml.mapping(Yaml.list(at("spec", "versions")).getFirst());
    return new Schema("", Yaml.mapping(Yaml.mapping(version.get("schema")).get("openAPIV3Schema")));
  }

  @Override
  public String toString() {
    return kind();
  }
}
