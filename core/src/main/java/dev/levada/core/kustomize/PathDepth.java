package dev.levada.core.kustomize;

import java.util.List;

/// How deep a path may lead: as deep as a manifest may be nested.
final class PathDepth {

  private static final int DEEPEST = 500;

  private PathDepth() {}

  /// The steps of a path, if they are not too many.
  static List<String> checked(List<String> steps, String path) {
    if (steps.size() > DEEPEST) {
      throw new BuildFailed(
          "exceeded max depth of %d: the path '%s…' has %d steps"
              .formatted(DEEPEST, path.substring(0, Math.min(40, path.length())), steps.size()),
          "Name a place that is nested less deeply");
    }
    return steps;
  }
}
