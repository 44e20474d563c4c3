package dev.levada.cluster.apply;

import dev.levada.cluster.access.ApiError;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.plan.Change;
import dev.levada.core.plan.drift.FieldChange;
import java.util.List;
import java.util.Optional;

/// What is to be done with one object of a stage, as its dry run showed.
sealed interface Step {

  /// Nothing: it is as wanted, or it is not ours to touch.
  ///
  /// @param change unchanged or skipped
  record Leave(Change change) implements Step {}

  /// It does not exist yet.
  record Create() implements Step {}

  /// It does not exist, and it is the first that is written: its apply is its dry run, for a
  /// refusal leaves nothing behind.
  record Attempt() implements Step {}

  /// It exists and differs.
  ///
  /// @param changes the fields that will change
  /// @param by the field manager that changed it last; empty where it was the engine
  /// @param sent what is to be sent
  record Configure(List<FieldChange> changes, String by, Manifest sent) implements Step {}

  /// It exists, and a field that cannot be changed differs: delete it and make it anew.
  ///
  /// @param why the server's words
  record Replace(String why) implements Step {}

  /// The server will not have it.
  ///
  /// @param message which object, and why
  /// @param fix what to do
  /// @param cause the server's answer; empty where it was not asked
  record Refuse(String message, String fix, Optional<ApiError> cause) implements Step {}
}
