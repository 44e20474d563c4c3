package dev.levada.core.edit;

import dev.levada.core.digest.Sha256;
import dev.levada.core.tree.FolderIdentity;
import dev.levada.core.tree.ReplacedFiles;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.util.List;
import java.util.Map;

/// A tree, some of whose files hold other bytes, which identify them.
final class EditedTree implements Tree {

  private final Tree tree;
  private final Map<TreePath, byte[]> files;
  private final Tree edited;

  EditedTree(Tree tree, Map<TreePath, byte[]> files) {
    this.tree = tree;
    this.files = files;
    this.edited = new ReplacedFiles(tree, files);
  }

  @Override
  public Entry entry(TreePath path) {
    return edited.entry(path);
  }

  @Override
  public List<String> list(TreePath folder) {
    return edited.list(folder);
  }

  @Override
  public byte[] read(TreePath file) {
    return edited.read(file);
  }

  @Override
  public long size(TreePath file) {
    return edited.size(file);
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
