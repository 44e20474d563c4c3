package dev.levada.core.tree;

import java.util.ArrayList;
import java.util.List;

/// A place in a tree: names joined by `/`, the root is the empty string. Safe by construction: no
/// empty name, no `.`, no `..`, no leading slash, no NUL.
///
/// @param text the names joined by `/`
public record TreePath(String text) implements Comparable<TreePath> {

  /// The tree's root.
  public static final TreePath ROOT = new TreePath("");

  /// @throws UnsafePath where the text is not such a path
  public TreePath {
    if (!text.isEmpty()) {
      for (String name : text.split("/", -1)) {
        if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('\0') >= 0) {
          throw new UnsafePath("path '" + text + "' is not a plain path inside the tree");
        }
      }
    }
  }

  /// Follows a relative path as users write it (`./a`, `../b/`, `a//b`) from this folder.
  ///
  /// @throws UnsafePath where it is absolute or leaves the tree
  public TreePath resolve(String relative) {
    if (relative.startsWith("/")) {
      throw new UnsafePath("path '" + relative + "' is absolute");
    }
    return follow(relative);
  }

  /// As {@link #resolve}, but a leading slash stands for this folder and `..` stops at the root:
  /// the way a jail reads paths.
  public TreePath resolveJailed(String path) {
    var names = new ArrayList<>(names());
    for (String name : path.split("/", -1)) {
      step(names, name);
    }
    return new TreePath(String.join("/", names));
  }

  private TreePath follow(String relative) {
    var names = new ArrayList<>(names());
    for (String name : relative.split("/", -1)) {
      if (!step(names, name)) {
        throw new UnsafePath("path '" + relative + "' leaves the tree");
      }
    }
    return new TreePath(String.join("/", names));
  }

  private static boolean step(List<String> names, String name) {
    if (name.equals("..")) {
      if (names.isEmpty()) {
        return false;
      }
      names.removeLast();
    } else if (!name.isEmpty() && !name.equals(".")) {
      names.add(name);
    }
    return true;
  }

  /// The names from the root down.
  public List<String> names() {
    return text.isEmpty() ? List.of() : List.of(text.split("/", -1));
  }

  /// A child of this folder.
  public TreePath child(String name) {
    return new TreePath(text.isEmpty() ? name : text + "/" + name);
  }

  /// The folder that holds this; the root holds itself.
  public TreePath parent() {
    int slash = text.lastIndexOf('/');
    return slash < 0 ? ROOT : new TreePath(text.substring(0, slash));
  }

  /// The last name; empty for the root.
  public String name() {
    return text.substring(text.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return text;
  }

  /// Whether this is the root.
  public boolean isRoot() {
    return text.isEmpty();
  }

  /// Whether this is the folder itself or lies below it.
  public boolean isWithin(TreePath folder) {
    return folder.isRoot() || text.equals(folder.text) || text.startsWith(folder.text + "/");
  }

  @Override
  public int compareTo(TreePath other) {
    return text.compareTo(other.text);
  }
}
