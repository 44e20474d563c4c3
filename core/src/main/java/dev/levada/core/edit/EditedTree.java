package dev.levada.core.edit;

import dev.levada.core.digest.Sha256;
import dev.levada.core.tree.FolderIdentity;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.util.List;
import java.util.Map;

/// A tree, some of whose files hold other bytes.
///
/// @param tree the tree
/// @param files the bytes of files of the tree
record EditedTree(Tree tree, Map<TreePath, byte[]> files) implements Tree {

  @Override
  public Entry entry(TreePath path) {
    byte[] bytes = files.get(path);
    return bytes != null && tree.entry(path) instanceof Entry.File(_, boolean executable)
        ? new Entry.File(bytes.length, executable)
        : tree.entry(path);
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
  public String identity(TreePath path) {
    byte[] bytes = files.get(path);
    if (bytes != null) {
      return "edited:" + Sha256.hex(bytes);
    }
    boolean around = files.keySet().stream().anyMatch(file -> file.isWithin(path));
    return around ? "edited:" + FolderIdentity.of(this, path) : tree.identity(path);
  }
}
