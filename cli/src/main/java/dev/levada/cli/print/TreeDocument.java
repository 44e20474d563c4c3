package dev.levada.cli.print;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Sequence;

/// A tree as a document for programs.
public final class TreeDocument {

  private TreeDocument() {}

  /// The tree as nested mappings: the object, its health where known, and its `objects`.
  public static Mapping of(Branch branch) {
    var document =
        new Mapping()
            .put("apiVersion", branch.type().apiVersion())
            .put("kind", branch.id().kind())
            .put("name", branch.id().name());
    if (!branch.id().namespace().isEmpty()) {
      document.put("namespace", branch.id().namespace());
    }
    branch
        .health()
        .ifPresent(health ->
            document.put(
                "health",
                new Mapping()
                    .put("status", health.status().word())
                    .put("message", health.message())));
    if (!branch.note().isEmpty()) {
      document.put("note", branch.note());
    }
    if (!branch.branches().isEmpty()) {
      document.put(
          "objects", new Sequence(branch.branches().stream().map(TreeDocument::of).toList()));
    }
    return document;
  }
}
