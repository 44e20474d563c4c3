package dev.levada.core.manifest;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// On which line each key stands when an object is written in the order in which its fields are
/// kept. Comments, and the ways to write a text, it does not know.
final class WrittenLines {

  private final IdentityHashMap<Mapping, List<Integer>> lines = new IdentityHashMap<>();
  private int line = 1;

  /// @param notes how many annotations are written besides those among the fields
  WrittenLines(Mapping root, int notes) {
    var keys = new ArrayList<Integer>();
    root.entries()
        .forEach((key, value) -> {
          keys.add(line);
          value(value);
          if (key.equals("metadata") && notes > 0) {
            line +=
                value instanceof Mapping metadata && metadata.has("annotations")
                    ? notes
                    : notes + 1;
          }
        });
    lines.put(root, keys);
  }

  /// The lines of a mapping's keys, in their order.
  List<Integer> of(Mapping mapping) {
    return lines.getOrDefault(mapping, List.of());
  }

  private void mapping(Mapping mapping) {
    var keys = new ArrayList<Integer>();
    mapping
        .entries()
        .values()
        .forEach(value -> {
          keys.add(line);
          value(value);
        });
    lines.put(mapping, keys);
  }

  private void value(Node value) {
    line++;
    switch (value) {
      case Mapping mapping -> mapping(mapping);
      case Sequence list -> list.forEach(this::item);
      case Scalar scalar -> line += breaks(scalar);
    }
  }

  private void item(Node item) {
    switch (item) {
      case Mapping mapping when !mapping.isEmpty() -> mapping(mapping);
      case Sequence list when list.size() > 0 -> list.forEach(this::item);
      case Mapping _, Sequence _, Scalar _ -> value(item);
    }
  }

  private static int breaks(Scalar scalar) {
    String text = scalar.text();
    return text.indexOf('\n') < 0 ? 0 : (int) text.lines().count();
  }
}
