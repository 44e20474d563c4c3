package dev.levada.core.secret;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;

/// Opens the values of a tree in place, and counts them for the message code.
final class TreeOpener {

  private static final int DEEPEST = 200;

  private final EncryptionRule rule;
  private final ValueCipher cipher;
  private final MessageCode code;
  private final List<String> keys = new ArrayList<>();
  private int depth;

  TreeOpener(EncryptionRule rule, ValueCipher cipher, MessageCode code) {
    this.rule = rule;
    this.cipher = cipher;
    this.code = code;
  }

  void open(Mapping mapping) {
    enter();
    for (var entry : mapping.entries().entrySet()) {
      keys.add(entry.getKey());
      entry.setValue(opened(entry.getValue()));
      keys.removeLast();
    }
    depth--;
  }

  private void open(Sequence sequence) {
    enter();
    sequence
        .items()
        .removeIf(item -> item instanceof Scalar scalar && ValueCipher.isComment(scalar.text()));
    sequence.items().replaceAll(this::opened);
    depth--;
  }

  private void enter() {
    if (++depth > DEEPEST) {
      throw new DecryptionFailed(
          "more than " + DEEPEST + " levels within each other", "Nest the values less deeply");
    }
  }

  private Node opened(Node node) {
    return switch (node) {
      case Mapping mapping -> {
        open(mapping);
        yield mapping;
      }
      case Sequence sequence -> {
        open(sequence);
        yield sequence;
      }
      case Scalar scalar -> opened(scalar);
    };
  }

  private Scalar opened(Scalar scalar) {
    boolean covered =
        rule.covers(keys)
            && (!(rule instanceof EncryptionRule.WhatLooksSo)
                || ValueCipher.isEncrypted(scalar.text()));
    // What is null or empty is never encrypted.
    Scalar open =
        covered && !scalar.isNull() && !scalar.text().isEmpty()
            ? cipher.open(scalar.text(), String.join(":", keys) + ":")
            : scalar;
    code.add(open, covered);
    return open;
  }
}
