package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;

/// Refuses objects that grow beyond all use: a few lines that copy an object into itself would
/// otherwise fill any memory.
final class GrownObject {

  private static final int MOST_VALUES = 500_000;
  private static final int DEEPEST = 200;

  private int values;

  private GrownObject() {}

  static void check(Mapping root) {
    new GrownObject().count(root, 0);
  }

  private void count(Node node, int depth) {
    if (++values > MOST_VALUES || depth > DEEPEST) {
      throw new BuildFailed(
          "an object grew beyond " + MOST_VALUES + " values or " + DEEPEST + " levels",
          "Copy less of it");
    }
    switch (node) {
      case Mapping mapping -> mapping.entries().values().forEach(value -> count(value, depth + 1));
      case Sequence list -> list.forEach(item -> count(item, depth + 1));
      case Scalar _ -> {}
    }
  }
}
