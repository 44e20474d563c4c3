package dev.levada.core.tree;

import java.util.List;
import java.util.Map;

/// A tree, some of whose files hold other bytes. What identifies them stays that of the tree's own.
///
/// @param tree the tree
/// @param files the other bytes by the paths of files of the tree
public record ReplacedFiles(Tree tree, Map<TreePath, byte[]> files) implements Tree {

  @Override
  public Entry entry(TreePath path) {
    return tree.entry(path);
  }

  @Override
  public List<String> list(TreePath folder) {
    return tree.list(folder);
  }

  @Override
  public byte[] read(TreePath file) {
    byte[] bytes = files.get(file);
    return bytes == null ? tree.read(file) : bytes.clone();
  }

  @Override
  public long size(TreePath file) {
    byte[] bytes = files.get(file);
    return bytes == null ? tree.size(file) : bytes.length;
  }

  @Override
  public String identity(TreePath path) {
    return tree.identity(path);
  }
}
