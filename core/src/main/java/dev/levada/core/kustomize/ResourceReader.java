package dev.levada.core.kustomize;

import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.manifest.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the objects of a file (kustomize.md section 4).
final class ResourceReader {

  private ResourceReader() {}

  /// The objects of a text, those of lists behind the others.
  ///
  /// @param source how messages name the text
  static List<Resource> read(byte[] text, String source) {
    List<Node> documents;
    try {
      documents = YamlReader.rereadDrafts(text);
    } catch (MalformedManifest e) {
      throw malformed(e, source);
    }
    if (documents.size() > 1 || new String(text, StandardCharsets.UTF_8).contains("\n---")) {
      documents.forEach(ResourceReader::settleItems);
    }
    return resources(documents, source);
  }

  /// Beside other documents, even empty ones, the items of a list are read as JSON: numbers and
  /// dates have their final form at once, and texts stay texts whatever patches put there.
  private static void settleItems(Node document) {
    if (document instanceof Mapping root && isList(root)) {
      requireSound(root);
      try {
        root.settle();
      } catch (MalformedManifest e) {
        throw new BuildFailed(
            String.valueOf(e.getMessage()), "Put the value in quotes, or write a number");
      }
      root.sequenceAt("items").forEach(AsJson::quoteTexts);
    }
  }

  private static BuildFailed malformed(MalformedManifest e, String source) {
    String message =
        switch (e.stage()) {
          case SYNTAX -> "MalformedYAMLError: " + e.getMessage() + " in File: " + source;
          case STRUCTURE -> String.valueOf(e.getMessage());
          case VALUE -> "map[string]interface {}(nil): " + e.getMessage() + " in File: " + source;
        };
    return new BuildFailed(message, "Correct the YAML");
  }

  static List<Resource> resources(List<Node> documents, String source) {
    var queue = new ArrayDeque<>(documents);
    var resources = new ArrayList<Resource>();
    while (!queue.isEmpty()) {
      Node document = queue.pop();
      if (!(document instanceof Mapping root) || (!root.isEmpty() && saysNothing(root))) {
        throw new BuildFailed(
            "missing Resource metadata", "Write Kubernetes objects only into '" + source + "'");
      }
      if (isList(root)) {
        root.sequenceAt("items").forEach(queue::add);
      } else if (!root.isEmpty()) {
        check(root, source);
        resources.add(new Resource(root));
      }
    }
    return resources;
  }

  /// For that a list is written and read again at once.
  private static void requireSound(Mapping list) {
    list.problem(0)
        .ifPresent(problem -> {
          throw new BuildFailed(
              "trouble expanding list of "
                  + list.textAt("kind")
                  + "; received error "
                  + problem.substring(Math.max(0, problem.indexOf("yaml: ")))
                  + " for the following resource:\n"
                  + AsWritten.text(list),
              "Let every key be a text, and stand there once");
        });
  }

  private static boolean isList(Mapping root) {
    return root.textAt("kind").endsWith("List")
        && (root.get("items") instanceof Sequence
            || (root.has("items") && !(root.get("items") instanceof Mapping)));
  }

  private static void check(Mapping root, String source) {
    if (root.textAt("kind").isEmpty()) {
      throw new BuildFailed(
          "missing kind in object " + describe(root),
          "Give every object of '" + source + "' a kind");
    }
    if (root.textAt("metadata", "name").isEmpty() && !root.textAt("kind").endsWith("List")) {
      throw new BuildFailed(
          "missing metadata.name in object " + describe(root),
          "Give every object of '" + source + "' a name");
    }
  }

  /// Whether nothing tells what the object is.
  private static boolean saysNothing(Mapping root) {
    Mapping metadata = root.mappingAt("metadata");
    return Stream.of(
                root.get("apiVersion"),
                root.get("kind"),
                metadata.get("name"),
                metadata.get("namespace"))
            .noneMatch(field -> field instanceof Scalar scalar && !scalar.isNull())
        && metadata.mappingAt("labels").isEmpty()
        && metadata.mappingAt("annotations").isEmpty();
  }

  private static String goMap(Mapping root, String field) {
    return new TreeMap<>(root.mappingAt("metadata", field).texts())
        .entrySet().stream()
            .map(pair -> pair.getKey() + ":" + pair.getValue())
            .collect(Collectors.joining(" ", "map[", "]"));
  }

  private static String describe(Mapping root) {
    return "{{"
        + root.textAt("apiVersion")
        + " "
        + root.textAt("kind")
        + "} {{"
        + root.textAt("metadata", "name")
        + " "
        + root.textAt("metadata", "namespace")
        + "} "
        + goMap(root, "labels")
        + " "
        + goMap(root, "annotations")
        + "}}";
  }
}
