package dev.levada.cli.promote;

import dev.levada.api.Kustomization;
import dev.levada.core.failure.FailureException;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.render.RenderRequest;
import dev.levada.core.render.Renderer;
import dev.levada.core.tree.TracedTree;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.util.Map;
import java.util.Set;

/// The files of a repository that have a say in what a Kustomization applies.
///
/// @param paths files, and folders with all that is below them
record FilesRead(Set<TreePath> paths) {

  /// Builds a Kustomization as far as that goes without its cluster, to see what it reads.
  static FilesRead by(Kustomization object, Tree tree) {
    var traced = new TracedTree(tree);
    Mapping spec = object.spec().raw();
    var overlay = new Mapping();
    if (spec.has("components")) {
      overlay.put("components", spec.sequenceAt("components"));
    }
    var request = new RenderRequest(object.spec().path(), "", "", "", overlay, Map.of(), Map.of());
    try {
      Renderer.render(traced, request);
    } catch (FailureException cannotBeBuilt) {
      // What it has read up to there counts all the same; its own condition tells the rest.
    }
    return new FilesRead(traced.reads().keySet());
  }

  boolean hasOneOf(Set<TreePath> files) {
    return files.stream().anyMatch(file -> paths.stream().anyMatch(file::isWithin));
  }
}
