package dev.levada.core.tree;

import java.util.Optional;
import java.util.function.Predicate;

/// One line of a gitignore file.
///
/// @param folder the folder whose file the line stands in; it says nothing of what is outside
/// @param tied whether the line speaks of paths from that folder on; else of names anywhere below
/// @param glob what such a path or name must look like
/// @param onlyFolders whether it speaks of folders only
/// @param keeps whether it takes back what an earlier line ignores
record IgnorePattern(
    TreePath folder, boolean tied, Predicate<String> glob, boolean onlyFolders, boolean keeps) {

  /// Reads a line; nothing where it is blank or a comment, or can match nothing.
  static Optional<IgnorePattern> read(TreePath folder, String written) {
    String line = trimmed(written);
    if (line.isEmpty() || line.startsWith("#")) {
      return Optional.empty();
    }
    boolean keeps = line.startsWith("!");
    String pattern = keeps ? line.substring(1) : line;
    boolean onlyFolders = pattern.endsWith("/");
    if (onlyFolders) {
      pattern = pattern.substring(0, pattern.length() - 1);
    }
    // A slash anywhere but at the end ties the pattern to the folder of its file.
    boolean tied = pattern.contains("/");
    String glob = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    return Glob.of(glob)
        .map(matches -> new IgnorePattern(folder, tied, matches, onlyFolders, keeps));
  }

  /// Without the blanks at the end, unless a backslash stands before them.
  private static String trimmed(String written) {
    String line = written.endsWith("\r") ? written.substring(0, written.length() - 1) : written;
    int end = 0;
    for (int at = 0; at < line.length(); at++) {
      if (line.charAt(at) == '\\') {
        at++;
        end = Math.min(at + 1, line.length());
      } else if (line.charAt(at) != ' ') {
        end = at + 1;
      }
    }
    return line.substring(0, end);
  }

  boolean matches(TreePath candidate, boolean isFolder) {
    if ((onlyFolders && !isFolder) || candidate.equals(folder) || !candidate.isWithin(folder)) {
      return false;
    }
    if (!tied) {
      return glob.test(candidate.name());
    }
    return glob.test(
        folder.isRoot()
            ? candidate.text()
            : candidate.text().substring(folder.text().length() + 1));
  }
}
