package dev.levada.core.render;

import dev.levada.core.substitute.PostBuild;

/// What is done to objects beyond building them.
///
/// @param decryption opens what is encrypted
/// @param postBuild puts variables in
public record AfterBuild(Decryption decryption, PostBuild postBuild) {

  /// Leaves them as they are.
  public static final AfterBuild NONE = new AfterBuild(Decryption.NONE, PostBuild.NONE);
}
