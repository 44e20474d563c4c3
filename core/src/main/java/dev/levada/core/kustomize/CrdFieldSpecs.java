package dev.levada.core.kustomize;

import dev.levada.core.kustomize.FieldSpecs.Topic;
import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Mapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads a file of `crds`: definitions of custom types whose fields say by extensions that they
/// hold labels, annotations, names or references (kustomize.md section 15).
final class CrdFieldSpecs {

  private static final String REFERENCE = "#/definitions/";

  private final Mapping definitions;
  private final FieldSpecs specs = new FieldSpecs();

  private CrdFieldSpecs(Mapping definitions) {
    this.definitions = definitions;
  }

  static FieldSpecs read(Mapping definitions) {
    var read = new CrdFieldSpecs(definitions);
    for (String name : definitions.entries().keySet()) {
      Mapping schema = definitions.mappingAt(name, "Schema");
      Mapping properties = schema.mappingAt("properties");
      if (List.of("kind", "apiVersion", "metadata").stream().allMatch(properties::has)) {
        String kind = name.substring(name.lastIndexOf('.') + 1);
        read.walk(properties, kind, List.of(), new HashSet<>(Set.of(name)));
      }
    }
    return read.specs;
  }

  private void walk(Mapping properties, String kind, List<String> path, Set<String> open) {
    properties
        .entries()
        .forEach((name, node) -> {
          if (node instanceof Mapping property) {
            var below = new ArrayList<>(path);
            below.add(name);
            add(property, kind, below);
            enter(property, kind, below, open);
          }
        });
  }

  private void enter(Mapping property, String kind, List<String> path, Set<String> open) {
    String reference = property.textAt("$ref");
    if (!reference.isEmpty()) {
      String name =
          reference.startsWith(REFERENCE) ? reference.substring(REFERENCE.length()) : reference;
      if (open.add(name)) {
        walk(definitions.mappingAt(name, "Schema", "properties"), kind, path, open);
        open.remove(name);
      }
    }
    walk(property.mappingAt("properties"), kind, path, open);
  }

  private void add(Mapping property, String kind, List<String> path) {
    if (property.has("x-kubernetes-annotation")) {
      specs.add(Topic.COMMON_ANNOTATIONS, spec(kind, path));
    }
    if (property.has("x-kubernetes-label-selector")) {
      specs.add(Topic.COMMON_LABELS, spec(kind, path));
    }
    if (property.has("x-kubernetes-identity")) {
      specs.add(Topic.NAME_PREFIX, spec(kind, path));
    }
    String target = property.textAt("x-kubernetes-object-ref-kind");
    if (property.has("x-kubernetes-object-ref-api-version") && !target.isEmpty()) {
      GroupVersionKind type =
          GroupVersionKind.of(property.textAt("x-kubernetes-object-ref-api-version"), target);
      String key = property.textAt("x-kubernetes-object-ref-name-key");
      var named = new ArrayList<>(path);
      named.add(key.isEmpty() ? "name" : key);
      specs.addReference(
          new FieldSpecs.Target(type.group(), type.version(), type.kind()), spec(kind, named));
    }
  }

  private static FieldSpec spec(String kind, List<String> path) {
    return new FieldSpec("", "", kind, path, false);
  }
}
