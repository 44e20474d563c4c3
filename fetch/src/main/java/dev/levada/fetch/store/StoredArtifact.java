package dev.levada.fetch.store;

import java.time.Instant;

/// An archive in the store, as `status.artifact` says it (flux-api.md 0.3).
///
/// @param path where it lies below the store's root
/// @param url where it is served
/// @param digest `sha256:` and the hash of the archive's bytes
/// @param revision what it is an archive of
/// @param size in bytes
/// @param updated when it was stored
public record StoredArtifact(
    String path, String url, String digest, String revision, long size, Instant updated) {}
