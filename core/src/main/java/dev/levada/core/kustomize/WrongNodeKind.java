package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;

/// A value of one kind where another is needed: a text where a mapping belongs, and the like.
final class WrongNodeKind {

  private WrongNodeKind() {}

  static BuildFailed failure(String expected, Node got, String fix) {
    return failure(expected, kind(got), AsWritten.text(got), fix);
  }

  static BuildFailed failure(String expected, String kind, String contents, String fix) {
    return new BuildFailed(
        "wrong node kind: expected "
            + expected
            + " but got "
            + kind
            + ": node contents:\n"
            + contents,
        fix);
  }

  /// Refuses what stands under a key where a single value belongs.
  static void requireScalar(Mapping parent, String key) {
    Node node = parent.get(key);
    if (node != null && !(node instanceof Scalar)) {
      throw failure(
          "ScalarNode", node, "Make '" + key + "' a single value, or correct the configuration");
    }
  }

  /// How kustomize's messages call a kind of node.
  static String kind(Node node) {
    return switch (node) {
      case Mapping _ -> "MappingNode";
      case Sequence _ -> "SequenceNode";
      case Scalar _ -> "ScalarNode";
    };
  }
}
