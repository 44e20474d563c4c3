package dev.levada.core.helm.render;

/// The release that templates are rendered for.
///
/// @param name its name
/// @param namespace where it is installed
/// @param revision counts from 1
/// @param upgrade whether there is an older revision; else it is installed
public record Release(String name, String namespace, int revision, boolean upgrade) {}
