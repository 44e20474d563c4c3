package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;

/// A node as it stands in its file, as far as that is known: keys in their order, numbers and dates
/// untouched. Messages show it.
final class AsWritten {

  private final StringBuilder out = new StringBuilder();

  private AsWritten() {}

  static String text(Node node) {
    var writer = new AsWritten();
    writer.block(node, "");
    return writer.out.toString();
  }

  private void block(Node node, String indent) {
    switch (node) {
      case Mapping mapping when mapping.isEmpty() -> out.append("{}\n");
      case Mapping mapping -> mapping(mapping, indent, indent);
      case Sequence list when list.size() == 0 -> out.append("[]\n");
      case Sequence list -> list.forEach(item -> item(item, indent));
      case Scalar scalar -> out.append(scalar(scalar, indent)).append('\n');
    }
  }

  private void mapping(Mapping mapping, String first, String indent) {
    String start = first;
    for (var entry : mapping.entries().entrySet()) {
      out.append(start).append(Mapping.shown(entry.getKey())).append(':');
      value(entry.getValue(), indent);
      start = indent;
    }
  }

  private void value(Node value, String indent) {
    switch (value) {
      case Mapping mapping when !mapping.isEmpty() -> {
        out.append('\n');
        mapping(mapping, indent + "  ", indent + "  ");
      }
      case Sequence list when list.size() > 0 -> {
        out.append('\n');
        list.forEach(item -> item(item, indent));
      }
      case Mapping _ -> out.append(" {}\n");
      case Sequence _ -> out.append(" []\n");
      case Scalar scalar -> {
        String text = scalar(scalar, indent + "  ");
        out.append(text.isEmpty() ? "" : " ").append(text).append('\n');
      }
    }
  }

  private void item(Node item, String indent) {
    out.append(indent).append('-');
    if (item instanceof Mapping mapping && !mapping.isEmpty()) {
      mapping(mapping, " ", indent + "  ");
    } else {
      value(item, indent + "  ");
    }
  }

  private static String scalar(Scalar scalar, String indent) {
    String text = scalar.text();
    if (text.indexOf('\n') < 0) {
      return scalar.quoted() ? '"' + text + '"' : text;
    }
    return ("|\n" + text.stripTrailing()).replace("\n", "\n" + indent);
  }
}
