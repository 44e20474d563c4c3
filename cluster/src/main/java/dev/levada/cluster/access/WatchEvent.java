package dev.levada.cluster.access;

import dev.levada.core.manifest.Manifest;

/// What a watch reports.
public sealed interface WatchEvent {

  /// An object appeared in the selection, or changed.
  ///
  /// @param object its new state
  /// @param added whether it was not in the selection before
  record Changed(Manifest object, boolean added) implements WatchEvent {}

  /// An object left the selection or is gone.
  ///
  /// @param object its last state, with the resource version of its going
  record Gone(Manifest object) implements WatchEvent {}

  /// Nothing happened up to here.
  ///
  /// @param resourceVersion where a later watch can go on
  record Bookmark(String resourceVersion) implements WatchEvent {}

  /// The server cannot go on; the stream ends after it.
  ///
  /// @param error why
  record Failed(ApiError error) implements WatchEvent {}
}
