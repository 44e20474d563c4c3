package dev.levada.core.render;

import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.util.List;
import java.util.stream.Stream;

/// A tree with one file added or put in the place of another.
final class OverlaidTree implements Tree {

  private final Tree tree;
  private final TreePath path;
  private final byte[] content;

  OverlaidTree(Tree tree, TreePath path, byte[] content) {
    this.tree = tree;
    this.path = path;
    this.content = content;
  }

  @Override
  public Entry entry(TreePath wanted) {
    return wanted.equals(path) ? new Entry.File(false) : tree.entry(wanted);
  }

  @Override
  public List<String> list(TreePath folder) {
    List<String> names = tree.list(folder);
    return folder.equals(path.parent()) && !names.contains(path.name())
        ? Stream.concat(names.stream(), Stream.of(path.name())).sorted().toList()
        : names;
  }

  @Override
  public byte[] read(TreePath file) {
    return file.equals(path) ? content.clone() : tree.read(file);
  }

  @Override
  public long size(TreePath file) {
    return file.equals(path) ? content.length : tree.size(file);
  }

  @Override
  public String identity(TreePath wanted) {
    return tree.identity(wanted);
  }
}
