package dev.levada.core.render;

import dev.levada.core.substitute.PostBuild;

/// What is done to objects once they are built.
///
/// @param postBuild puts variables in
public record AfterBuild(PostBuild postBuild) {

  /// Leaves them as they are.
  public static final AfterBuild NONE = new AfterBuild(PostBuild.NONE);
}
