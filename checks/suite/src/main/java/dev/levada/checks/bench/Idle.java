package dev.levada.checks.bench;

/// What an engine costs that has nothing to do.
///
/// @param memory its memory in megabytes
/// @param share the share of a core that it uses
/// @param requests how many requests it sends in a minute
record Idle(double memory, double share, long requests) {}
