package dev.levada.cli.print;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.Iterator;

/// JSON as people read it: two spaces a level, keys in their order.
public final class PrettyJson {

  private final StringBuilder out = new StringBuilder();

  private PrettyJson() {}

  /// The node as text, with a line break at its end.
  public static String text(Node node) {
    var json = new PrettyJson();
    json.node(node, "");
    return json.out.append('\n').toString();
  }

  private void node(Node node, String indent) {
    switch (node) {
      case Mapping mapping when !mapping.isEmpty() -> mapping(mapping, indent);
      case Sequence sequence when sequence.size() > 0 -> sequence(sequence, indent);
      case Mapping _, Sequence _, Scalar _ -> out.append(Json.text(node));
    }
  }

  private void mapping(Mapping mapping, String indent) {
    String inner = indent + "  ";
    out.append("{\n");
    var entries = mapping.entries().entrySet().iterator();
    while (entries.hasNext()) {
      var entry = entries.next();
      out.append(inner).append(Json.text(Scalar.of(entry.getKey()))).append(": ");
      node(entry.getValue(), inner);
      endItem(entries);
    }
    out.append(indent).append('}');
  }

  private void sequence(Sequence sequence, String indent) {
    String inner = indent + "  ";
    out.append("[\n");
    Iterator<Node> items = sequence.iterator();
    while (items.hasNext()) {
      out.append(inner);
      node(items.next(), inner);
      endItem(items);
    }
    out.append(indent).append(']');
  }

  private void endItem(Iterator<?> rest) {
    out.append(rest.hasNext() ? ",\n" : "\n");
  }
}
