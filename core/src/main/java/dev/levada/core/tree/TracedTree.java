package dev.levada.core.tree;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Reads through to another tree and remembers what was looked at, so that a result can be kept
/// until one of these changes.
public final class TracedTree implements Tree {

  private final Tree tree;
  private final Map<TreePath, String> reads = new ConcurrentHashMap<>();

  /// @param tree what is read
  public TracedTree(Tree tree) {
    this.tree = tree;
  }

  /// Every path that influenced the reader, with its identity then: for a folder that was listed
  /// the identity of the whole folder, for a path where nothing was the empty string. Sorted by
  /// path.
  public Map<TreePath, String> reads() {
    return new TreeMap<>(reads);
  }

  @Override
  public Entry entry(TreePath path) {
    Entry entry = tree.entry(path);
    // That a folder is there says nothing of what is in it: only files, links and gaps are
    // remembered with their content.
    if (!(entry instanceof Entry.Folder)) {
      remember(path);
    }
    return entry;
  }

  @Override
  public List<String> list(TreePath folder) {
    remember(folder);
    return tree.list(folder);
  }

  @Override
  public byte[] read(TreePath file) {
    remember(file);
    return tree.read(file);
  }

  @Override
  public long size(TreePath file) {
    remember(file);
    return tree.size(file);
  }

  @Override
  public String identity(TreePath path) {
    remember(path);
    return tree.identity(path);
  }

  private void remember(TreePath path) {
    reads.computeIfAbsent(path, tree::identity);
  }
}
