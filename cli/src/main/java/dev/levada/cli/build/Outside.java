package dev.levada.cli.build;

import dev.levada.core.kustomize.Charts;
import dev.levada.core.kustomize.Remotes;

/// What a build may use besides its folder, where its flags allow it.
///
/// @param remotes fetches what is remote
/// @param charts renders charts
record Outside(Remotes remotes, Charts charts) {}
