package dev.levada.fetch.git;

import java.util.List;

/// What became of an edit.
public sealed interface Published {

  /// A commit was pushed.
  ///
  /// @param commit its 40 hex digits
  /// @param parent that of the commit it stands on
  /// @param branch the branch
  /// @param refspecs the further places
  /// @param message the commit's message
  /// @param attempts how often it was tried until nobody was faster
  record Pushed(
      String commit,
      String parent,
      String branch,
      List<String> refspecs,
      String message,
      int attempts)
      implements Published {}

  /// Everything is as the edit wants it; nothing was pushed.
  ///
  /// @param commit the tip that was looked at
  record UpToDate(String commit) implements Published {}
}
