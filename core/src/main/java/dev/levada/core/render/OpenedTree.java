package dev.levada.core.render;

import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.util.List;
import java.util.Map;

/// A tree in which some files are open that were encrypted. What identifies them stays that of the
/// encrypted ones.
final class OpenedTree implements Tree {

  private final Tree tree;
  private final Map<TreePath, byte[]> opened;

  OpenedTree(Tree tree, Map<TreePath, byte[]> opened) {
    this.tree = tree;
    this.opened = opened;
  }

  @Override
  public Entry entry(TreePath path) {
    byte[] content = opened.get(path);
    Entry entry = tree.entry(path);
    return content != null && entry instanceof Entry.File file
        ? new Entry.File(content.length, file.executable())
        : entry;
  }

  @Override
  public List<String> list(TreePath folder) {
    return tree.list(folder);
  }

  @Override
  public byte[] read(TreePath file) {
    byte[] content = opened.get(file);
    return content == null ? tree.read(file) : content.clone();
  }

  @Override
  public String identity(TreePath path) {
    return tree.identity(path);
  }
}
