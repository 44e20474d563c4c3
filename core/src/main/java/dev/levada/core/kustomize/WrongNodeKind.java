package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;

/// A value of one kind where another is needed: a text where a mapping belongs, and the like.
final class WrongNodeKind {

  private WrongNodeKind() {}

  static BuildFailed failure(String expected, Node got, String fix) {
    return new BuildFailed(
        "wrong node kind: expected "
            + expected
            + " but got "
            + kind(got)
            + ": node contents:\n"
            + AsWritten.text(got),
        fix);
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
