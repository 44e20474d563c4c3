package dev.levada.core.kustomize;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import dev.levada.core.manifest.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// JSON or YAML that stands in a string (kustomize.md section 12).
record StructuredText(Scalar scalar, Node root) {

  /// What a string holds, if that is a mapping or a list.
  static Optional<StructuredText> in(Scalar scalar) {
    try {
      List<Node> documents =
          YamlReader.documents(
              scalar.text().getBytes(StandardCharsets.UTF_8), YamlRules.RESOURCE_V3);
      return documents.size() == 1 && !(documents.getFirst() instanceof Scalar)
          ? Optional.of(new StructuredText(scalar, documents.getFirst()))
          : Optional.empty();
    } catch (MalformedManifest plainText) {
      return Optional.empty();
    }
  }

  /// The edited value as a string again, in the form it had.
  Scalar written() {
    String text = scalar.text().strip();
    boolean json = text.startsWith("{") || text.startsWith("[");
    boolean indented = scalar.text().contains("\n") && scalar.text().contains("  ");
    String written;
    if (!json) {
      written = YamlWriter.text(root);
    } else if (indented) {
      written = indented(sorted(root), "\n");
    } else {
      written = Json.text(sorted(root));
    }
    return new Scalar(Scalar.Kind.STRING, written.strip(), true);
  }

  private static Node sorted(Node node) {
    return switch (node) {
      case Scalar _ -> node;
      case Sequence list ->
          new Sequence(list.items().stream().map(StructuredText::sorted).toList());
      case Mapping mapping -> {
        var sorted = new Mapping();
        new TreeMap<>(mapping.entries()).forEach((key, value) -> sorted.put(key, sorted(value)));
        yield sorted;
      }
    };
  }

  private static String indented(Node node, String line) {
    String inner = line + "  ";
    return switch (node) {
      case Mapping mapping when !mapping.isEmpty() ->
          mapping.entries().entrySet().stream()
              .map(entry ->
                  inner + GoJson.string(entry.getKey()) + ": " + indented(entry.getValue(), inner))
              .collect(java.util.stream.Collectors.joining(",", "{", line + "}"));
      case Sequence list when list.size() > 0 ->
          list.items().stream()
              .map(item -> inner + indented(item, inner))
              .collect(java.util.stream.Collectors.joining(",", "[", line + "]"));
      case Mapping _, Sequence _, Scalar _ -> Json.text(node);
    };
  }
}
