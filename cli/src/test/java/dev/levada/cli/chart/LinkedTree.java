package dev.levada.cli.chart;

import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.util.ArrayList;
import java.util.List;

/// A tree with a symbolic link at its root.
///
/// @param tree what else is there
/// @param name the link
/// @param target where it leads
record LinkedTree(Tree tree, String name, String target) implements Tree {

  @Override
  public Entry entry(TreePath path) {
    return path.text().equals(name) ? new Entry.Link(target) : tree.entry(path);
  }

  @Override
  public List<String> list(TreePath folder) {
    var names = new ArrayList<>(tree.list(folder));
    if (folder.isRoot()) {
      names.add(name);
    }
    return names;
  }

  @Override
  public byte[] read(TreePath file) {
    return tree.read(file);
  }

  @Override
  public long size(TreePath file) {
    return tree.size(file);
  }

  @Override
  public String identity(TreePath path) {
    return tree.identity(path);
  }
}
