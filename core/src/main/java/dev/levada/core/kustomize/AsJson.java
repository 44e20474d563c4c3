package dev.levada.core.kustomize;

import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.manifest.YamlWriter;

/// Leaves an object as if it had been written as JSON and read again, which is what happens to one
/// that a JSON patch edits: numbers and dates take their final form, quotes stay only where a text
/// would be something else without them.
final class AsJson {

  private AsJson() {}

  static void settle(Mapping root) {
    try {
      root.settle();
    } catch (MalformedManifest e) {
      String message = String.valueOf(e.getMessage());
      throw new BuildFailed(
          message.substring(Math.max(0, message.lastIndexOf("json: "))),
          "Put the value in quotes, or write a number");
    }
    root.entries().replaceAll((_, value) -> quotedIfNeeded(value));
  }

  private static Node quotedIfNeeded(Node node) {
    switch (node) {
      case Mapping mapping -> mapping.entries().replaceAll((_, value) -> quotedIfNeeded(value));
      case Sequence list -> list.items().replaceAll(AsJson::quotedIfNeeded);
      case Scalar scalar when scalar.kind() == Scalar.Kind.STRING -> {
        return text(scalar.text());
      }
      case Scalar _ -> {}
    }
    return node;
  }

  /// Lets every text count as one that was written in quotes.
  static void quoteTexts(Node node) {
    switch (node) {
      case Mapping mapping -> {
        mapping.entries().replaceAll((_, value) -> quoted(value));
        mapping.entries().values().forEach(AsJson::quoteTexts);
      }
      case Sequence list -> {
        list.items().replaceAll(AsJson::quoted);
        list.forEach(AsJson::quoteTexts);
      }
      case Scalar _ -> {}
    }
  }

  private static Node quoted(Node node) {
    return node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING
        ? new Scalar(Scalar.Kind.STRING, scalar.text(), true)
        : node;
  }

  private static Scalar text(String text) {
    return new Scalar(Scalar.Kind.STRING, text, !YamlWriter.isPlain(text));
  }
}
