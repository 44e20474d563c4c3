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
///
/// @param scalar the string
/// @param root what its first document holds
/// @param alone whether that is its only document
/// @param misfits values that are not of the type they are written with
record StructuredText(Scalar scalar, Node root, boolean alone, MisfitTexts misfits) {

  /// What a string holds, if that is a mapping or a list.
  static Optional<StructuredText> in(Scalar scalar) {
    try {
      return first(scalar).filter(text -> text.alone() && !(text.root() instanceof Scalar));
    } catch (MalformedManifest plainText) {
      return Optional.empty();
    }
  }

  /// The first document in a string; empty where there is none.
  static Optional<StructuredText> first(Scalar scalar) throws MalformedManifest {
    List<Node> documents =
        YamlReader.documents(scalar.text().getBytes(StandardCharsets.UTF_8), YamlRules.RESOURCE_V3);
    if (documents.isEmpty()) {
      return isBlank(scalar.text())
          ? Optional.empty()
          : Optional.of(new StructuredText(scalar, Scalar.NULL, true, new MisfitTexts()));
    }
    return Optional.of(
        new StructuredText(scalar, documents.getFirst(), documents.size() == 1, new MisfitTexts()));
  }

  private static boolean isBlank(String text) {
    return text.lines().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("#"));
  }

  /// Whether it is JSON: then it is written as such, or not at all if that cannot be.
  boolean isJson() {
    String text = scalar.text().strip();
    return text.startsWith("{") || text.startsWith("[");
  }

  /// A single value as messages show it: as it stands there if that is a line.
  String shown() {
    String text = scalar.text().strip();
    boolean line = text.indexOf('\n') < 0 && text.indexOf('\t') < 0 && !text.startsWith("---");
    return line ? text : AsWritten.text(root).stripTrailing();
  }

  /// The edited value as a string again, in the form it had.
  Scalar written() {
    boolean json = isJson();
    boolean indented = scalar.text().contains("\n") && scalar.text().contains("  ");
    String written;
    if (!json) {
      written = misfits.inserted(YamlWriter.text(root));
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
