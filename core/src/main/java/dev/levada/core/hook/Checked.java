package dev.levada.core.hook;

import dev.levada.core.manifest.Mapping;

/// What came of the check of a call.
public sealed interface Checked {

  /// The call is genuine and about something that counts.
  ///
  /// @param payload what it says; empty where that is no JSON object
  record Accepted(Mapping payload) implements Checked {}

  /// The call does not count.
  ///
  /// @param why the reason, without anything that the caller sent or should have known
  record Refused(String why) implements Checked {}
}
