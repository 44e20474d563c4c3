package dev.levada.core.tree;

import java.util.ArrayDeque;
import java.util.Deque;

/// Follows symbolic links inside a tree, part by part, as a file system does.
public final class Links {

  /// As many links as Linux follows before it calls it a loop.
  private static final int MOST_LINKS = 40;

  private Links() {}

  /// The path that remains when every link on the way has been followed; it need not exist.
  ///
  /// @throws UnsafePath where a link is absolute, leaves the tree or never ends
  public static TreePath follow(Tree tree, TreePath path) {
    Deque<String> ahead = new ArrayDeque<>(path.names());
    TreePath reached = TreePath.ROOT;
    int links = 0;
    while (!ahead.isEmpty()) {
      String name = ahead.pop();
      if (name.equals("..")) {
        reached = up(path, reached);
        continue;
      }
      TreePath next = reached.child(name);
      if (tree.entry(next) instanceof Tree.Entry.Link(String target)) {
        links++;
        push(path, target, links, ahead);
      } else {
        reached = next;
      }
    }
    return reached;
  }

  private static TreePath up(TreePath path, TreePath reached) {
    if (reached.isRoot()) {
      throw new UnsafePath("path '" + path + "' leads out of the tree through a symbolic link");
    }
    return reached.parent();
  }

  private static void push(TreePath path, String target, int links, Deque<String> ahead) {
    if (target.startsWith("/")) {
      throw new UnsafePath(
          "path '" + path + "' leads out of the tree through a symbolic link to '" + target + "'");
    }
    if (links > MOST_LINKS) {
      throw new UnsafePath(
          "path '" + path + "' runs through more than " + MOST_LINKS + " symbolic links");
    }
    String[] names = target.split("/", -1);
    for (int i = names.length - 1; i >= 0; i--) {
      if (!names[i].isEmpty() && !names[i].equals(".")) {
        ahead.push(names[i]);
      }
    }
  }
}
