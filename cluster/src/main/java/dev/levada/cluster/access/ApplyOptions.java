package dev.levada.cluster.access;

/// How an object is applied.
///
/// @param manager who will own the fields
/// @param force whether fields of other managers are taken over
/// @param dryRun whether the server only says what would become of it
public record ApplyOptions(String manager, boolean force, boolean dryRun) {}
