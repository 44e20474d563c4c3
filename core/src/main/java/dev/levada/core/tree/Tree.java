package dev.levada.core.tree;

import java.util.List;

/// A source's files at one revision. It never changes; it can be read by many threads at once.
///
/// Symbolic links are entries of their own; {@link Links} follows them and refuses those that leave
/// the tree.
public interface Tree {

  /// What stands at a path.
  Entry entry(TreePath path);

  /// The names in a folder, sorted by their bytes; empty where there is no folder.
  List<String> list(TreePath folder);

  /// A file's bytes, as a fresh array.
  ///
  /// @throws NotInTree where there is no file at the path
  /// @throws TooLarge where the file is larger than the tree's owner allows
  byte[] read(TreePath file);

  /// How many bytes a file has, which may cost more than to know that it is there.
  ///
  /// @throws NotInTree where there is no file at the path
  long size(TreePath file);

  /// A text that is equal for two places if and only if they have the same content (files: their
  /// bytes and mode; folders: everything below); the empty string where nothing is there. For a Git
  /// tree it is the object id, so it costs no reading.
  String identity(TreePath path);

  /// What can stand at a path.
  sealed interface Entry {

    /// A file.
    ///
    /// @param executable whether it may be run
    record File(boolean executable) implements Entry {}

    /// A folder.
    record Folder() implements Entry {}

    /// A symbolic link.
    ///
    /// @param target the path as the link says it, relative to the link's folder
    record Link(String target) implements Entry {}

    /// Nothing.
    record Absent() implements Entry {}
  }

  /// No file at a path where one was to be read.
  final class NotInTree extends RuntimeException {

    /// @param path where it was looked for
    public NotInTree(TreePath path) {
      super("no file at '" + path + "'");
    }
  }

  /// A file that is larger than allowed.
  final class TooLarge extends RuntimeException {

    /// @param path which file
    /// @param size its size in bytes
    /// @param limit the largest size allowed, in bytes
    public TooLarge(TreePath path, long size, long limit) {
      super("file '" + path + "' has " + size + " bytes, more than the limit of " + limit);
    }
  }
}
