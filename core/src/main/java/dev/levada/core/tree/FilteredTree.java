package dev.levada.core.tree;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A tree without what is ignored.
public final class FilteredTree implements Tree {

  private final Tree tree;
  private final IgnoreRules rules;
  private final Map<TreePath, Boolean> whole = new ConcurrentHashMap<>();
  private final Map<TreePath, Boolean> ignored = new ConcurrentHashMap<>();

  /// @param tree the tree with everything
  /// @param rules what of it is left out
  public FilteredTree(Tree tree, IgnoreRules rules) {
    this.tree = tree;
    this.rules = rules;
  }

  @Override
  public Entry entry(TreePath path) {
    Entry entry = tree.entry(path);
    boolean there = !(entry instanceof Entry.Absent);
    return there && isIgnored(path, entry instanceof Entry.Folder) ? new Entry.Absent() : entry;
  }

  // What lies in an ignored folder cannot be taken back. The folders above are shared by many
  // paths,
  // and each is judged once.
  private boolean isIgnored(TreePath path, boolean folder) {
    if (path.isRoot()) {
      return false;
    }
    Boolean known = ignored.get(path);
    if (known == null) {
      known = isIgnored(path.parent(), true) || rules.judge(path, folder);
      ignored.put(path, known);
    }
    return known;
  }

  @Override
  public List<String> list(TreePath folder) {
    if (entry(folder) instanceof Entry.Absent) {
      return List.of();
    }
    return tree.list(folder).stream()
        .filter(name -> !(entry(folder.child(name)) instanceof Entry.Absent))
        .toList();
  }

  @Override
  public byte[] read(TreePath file) {
    if (entry(file) instanceof Entry.Absent) {
      throw new NotInTree(file);
    }
    return tree.read(file);
  }

  @Override
  public long size(TreePath file) {
    if (entry(file) instanceof Entry.Absent) {
      throw new NotInTree(file);
    }
    return tree.size(file);
  }

  /// The underlying identity where nothing below is left out, so that it costs no reading; else one
  /// made from what is left.
  @Override
  public String identity(TreePath path) {
    Entry entry = entry(path);
    if (entry instanceof Entry.Absent) {
      return "";
    }
    if (!(entry instanceof Entry.Folder) || isWhole(path)) {
      return tree.identity(path);
    }
    return "filtered:" + FolderIdentity.of(this, path);
  }

  private boolean isWhole(TreePath folder) {
    Boolean known = whole.get(folder);
    if (known == null) {
      known = true;
      for (String name : tree.list(folder)) {
        Entry entry = entry(folder.child(name));
        if (entry instanceof Entry.Absent
            || (entry instanceof Entry.Folder && !isWhole(folder.child(name)))) {
          known = false;
          break;
        }
      }
      whole.put(folder, known);
    }
    return known;
  }
}
