package dev.levada.core.edit;

import dev.levada.core.tree.TreePath;
import java.util.List;
import java.util.Map;

/// What editing a tree came to.
///
/// @param files the files that differ now, with all their bytes
/// @param changes the values that were changed, in the order of files and lines
/// @param problems the places that could not be edited
public record Edits(Map<TreePath, byte[]> files, List<Change> changes, List<Problem> problems) {

  /// Whether no file differs.
  public boolean isEmpty() {
    return files.isEmpty();
  }
}
