package dev.levada.operator.ingredient;

import dev.levada.core.render.AfterBuild;

/// What was gathered for one Kustomization.
///
/// @param afterBuild what is done with it
/// @param digest equal for equal ingredients only; tells nothing of them
public record Gathered(AfterBuild afterBuild, String digest) {

  static final Gathered NOTHING = new Gathered(AfterBuild.NONE, "");
}
