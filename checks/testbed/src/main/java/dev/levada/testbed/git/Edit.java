package dev.levada.testbed.git;

import java.nio.charset.StandardCharsets;

/// One change that a commit of a {@link TestRepository} makes.
public sealed interface Edit {

  /// The path that changes.
  String path();

  /// Writes a file.
  ///
  /// @param path where
  /// @param bytes its content
  /// @param executable whether it may be run
  @SuppressWarnings("ArrayRecordComponent")
  record File(String path, byte[] bytes, boolean executable) implements Edit {
    /// A plain text file.
    public static File text(String path, String text) {
      return new File(path, text.getBytes(StandardCharsets.UTF_8), false);
    }
  }

  /// Makes a symbolic link.
  ///
  /// @param path where
  /// @param target what the link says
  record Link(String path, String target) implements Edit {}

  /// Records a submodule's commit.
  ///
  /// @param path where
  /// @param commit the 40 hex digits of the commit
  record Submodule(String path, String commit) implements Edit {}

  /// Takes a file or a folder away.
  ///
  /// @param path which
  record Removal(String path) implements Edit {}
}
