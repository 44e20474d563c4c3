package dev.levada.core.helm.chart;

import dev.levada.core.tree.Links;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import dev.levada.core.tree.UnsafePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The files of a chart that lies unpacked in a tree.
final class ChartFolder {

  private static final int DEEPEST = 64;

  private final Tree tree;
  private final TreePath root;
  private final ChartLimits limits;
  private final HelmIgnore ignore;
  private final List<ChartFile> files = new ArrayList<>();
  private long total;

  private ChartFolder(Tree tree, TreePath root, ChartLimits limits, HelmIgnore ignore) {
    this.tree = tree;
    this.root = root;
    this.limits = limits;
    this.ignore = ignore;
  }

  /// Reads the files below a folder in the order of their names, without what is ignored.
  static List<ChartFile> read(Tree tree, TreePath root, ChartLimits limits) {
    TreePath rules = follow(tree, root.child(".helmignore"));
    String text =
        tree.entry(rules) instanceof Tree.Entry.File
            ? new String(tree.read(rules), StandardCharsets.UTF_8)
            : "";
    var folder = new ChartFolder(tree, root, limits, HelmIgnore.read(text));
    folder.walk(root, "", 0);
    return folder.files;
  }

  private void walk(TreePath at, String name, int depth) {
    if (depth > DEEPEST) {
      throw new ChartInvalid(
          "chart folder '" + name + "' is nested more than " + DEEPEST + " folders deep",
          "Look for a symbolic link that leads back to a folder above it.");
    }
    for (String child : tree.list(at)) {
      String childName = name.isEmpty() ? child : name + "/" + child;
      TreePath path = follow(tree, at.child(child));
      switch (tree.entry(path)) {
        case Tree.Entry.Folder _ -> {
          if (!ignore.ignores(childName, true)) {
            walk(path, childName, depth + 1);
          }
        }
        case Tree.Entry.File _ -> {
          if (!ignore.ignores(childName, false)) {
            add(path, childName, tree.size(path));
          }
        }
        case Tree.Entry.Link _, Tree.Entry.Absent _ ->
            throw new ChartInvalid(
                "error evaluating symlink " + childName + ": no such file or directory",
                "Remove the link from the chart " + root + ", or let it lead to a file.");
      }
    }
  }

  private void add(TreePath path, String name, long size) {
    total += size;
    if (size > limits.file()) {
      throw new ChartInvalid(
          "chart file \"" + name + "\" is larger than the maximum file size " + limits.file(),
          "Leave it out of the chart, or name it in .helmignore.");
    }
    if (total > limits.total() || files.size() >= limits.files()) {
      throw new ChartInvalid(
          "chart '"
              + root
              + "' is larger than "
              + limits.total()
              + " bytes or has more than "
              + limits.files()
              + " files",
          "Name in .helmignore what does not belong to it.");
    }
    files.add(new ChartFile(name, tree.read(path)));
  }

  private static TreePath follow(Tree tree, TreePath path) {
    try {
      return tree.entry(path) instanceof Tree.Entry.Link ? Links.follow(tree, path) : path;
    } catch (UnsafePath e) {
      throw new ChartInvalid(
          String.valueOf(e.getMessage()), "Replace the symbolic link by what it leads to.");
    }
  }
}
