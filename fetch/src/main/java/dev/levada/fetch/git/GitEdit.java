package dev.levada.fetch.git;

import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.util.Map;

/// Edits the files of a repository. It is asked again, for the new files, each time that somebody
/// else was faster with a push.
public interface GitEdit {

  /// What is to change in these files.
  Proposal propose(Tree files);

  /// A change that is to be committed.
  ///
  /// @param files files with all their bytes; none where nothing is to change
  /// @param message the commit's message
  record Proposal(Map<TreePath, byte[]> files, String message) {}
}
