package dev.levada.core.edit;

import dev.levada.core.tree.TreePath;

/// A place that was meant to be edited and could not be.
///
/// @param file the file; the root where no file is to blame
/// @param line the line, from 1; 0 where the whole file is meant
/// @param message why, and what to do
public record Problem(TreePath file, int line, String message) {

  @Override
  public String toString() {
    return (file.isRoot() ? "" : file + (line > 0 ? ":" + line : "") + ": ") + message;
  }
}
