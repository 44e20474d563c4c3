package dev.levada.core.helm.chart;

/// Which of a subchart's values its parent takes over, and how the entry is written.
public sealed interface ValueImport {

  /// A path in the subchart's values.
  String child();

  /// Where its content goes in the parent's values; `.` is the root.
  String parent();

  /// An entry that is one word: the subchart's table `exports.NAME` goes to the parent's root.
  ///
  /// @param name the word
  record Export(String name) implements ValueImport {

    @Override
    public String child() {
      return "exports." + name;
    }

    @Override
    public String parent() {
      return ".";
    }
  }

  /// An entry that names both ends.
  ///
  /// @param child a path in the subchart's values
  /// @param parent a path in the parent's values
  record Move(String child, String parent) implements ValueImport {}
}
