package dev.levada.core.kustomize;

import dev.levada.core.kustomize.BuildOptions.Restriction;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import dev.levada.core.tree.Links;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import dev.levada.core.tree.UnsafePath;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A folder that is being built: finds what its kustomization names, and nothing that it may not
/// read (kustomize.md section 21).
final class Folder {

  private static final List<String> FILE_NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");
  private static final int DEEPEST = 100;

  private final Tree tree;
  private final BuildOptions options;
  private final TreePath root;
  private final @Nullable Folder parent;
  private final String address;

  private Folder(Tree tree, BuildOptions options, TreePath root, @Nullable Folder parent) {
    this(tree, options, root, parent, "");
  }

  private Folder(
      Tree tree, BuildOptions options, TreePath root, @Nullable Folder parent, String address) {
    this.address = address;
    this.tree = tree;
    this.options = options;
    this.root = root;
    this.parent = parent;
  }

  static Folder top(Tree tree, TreePath path, BuildOptions options) {
    TreePath root = follow(tree, path);
    if (!(tree.entry(root) instanceof Tree.Entry.Folder)) {
      throw new BuildFailed(
          "'" + path + "' is no folder: must build at directory", "Name a folder of the source");
    }
    return new Folder(tree, options, root, null);
  }

  TreePath root() {
    return root;
  }

  Tree tree() {
    return tree;
  }

  BuildOptions options() {
    return options;
  }

  /// How messages name the folder.
  String shown() {
    return root.text();
  }

  /// How messages name what a path leads to.
  String shown(String path) {
    return locate(path).text();
  }

  /// Where a path leads to; links are followed. What lies outside counts as not there.
  TreePath locate(String path) {
    try {
      return resolve(path);
    } catch (BuildFailed outside) {
      return root;
    }
  }

  /// Whether a path is an address that is fetched as a file.
  static boolean isFileAddress(String path) {
    return path.startsWith("https://") || path.startsWith("http://");
  }

  /// Why a path leads nowhere, in a file system's words.
  String missing(String path) {
    TreePath whole = locate(path);
    TreePath gap = whole;
    while (!gap.isRoot() && tree.entry(gap.parent()) instanceof Tree.Entry.Absent) {
      gap = gap.parent();
    }
    return "evalsymlink failure on '" + whole + "' : lstat " + gap + ": no such file or directory";
  }

  /// The kustomization file itself.
  TreePath file() {
    return FILE_NAMES.stream()
        .map(this::resolve)
        .filter(path -> tree.entry(path) instanceof Tree.Entry.File)
        .findFirst()
        .orElse(root.child(FILE_NAMES.getFirst()));
  }

  /// The folder's kustomization as it stands in the file.
  Mapping kustomization() {
    List<String> names =
        FILE_NAMES.stream()
            .filter(name -> tree.entry(resolve(name)) instanceof Tree.Entry.File)
            .toList();
    if (names.isEmpty()) {
      throw new BuildFailed(
          "unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in"
              + " directory '"
              + root
              + "'",
          "Add a kustomization.yaml there, or name the files below it one by one");
    }
    if (names.size() > 1) {
      throw new BuildFailed(
          "Found multiple kustomization files under: " + root,
          "Keep one of " + String.join(", ", names));
    }
    return kustomization(resolve(names.getFirst()));
  }

  private Mapping kustomization(TreePath file) {
    try {
      // Kustomize looks at the first document alone, whatever stands behind it.
      Node document =
          YamlReader.first(tree.read(file), YamlRules.KUSTOMIZATION_1_1).orElseGet(Mapping::new);
      if (document instanceof Mapping mapping) {
        return mapping;
      }
      throw new BuildFailed(
          "invalid Kustomization: json: cannot unmarshal "
              + (document instanceof Scalar ? "string" : "array")
              + " into Go value of type types.Kustomization",
          "In '" + file + "': write a mapping with fields such as 'resources'");
    } catch (MalformedManifest e) {
      throw new BuildFailed(
          "invalid Kustomization: " + e.getMessage(), "Correct the YAML of '" + file + "'");
    }
  }

  /// What a path in the kustomization leads to; links are followed.
  Tree.Entry entry(String path) {
    boolean mayBeRemote = RepositoryAddress.parse(path).isPresent();
    return path.startsWith("/") || (mayBeRemote && path.contains("://"))
        ? new Tree.Entry.Absent()
        : tree.entry(resolve(path));
  }

  /// A file's bytes.
  ///
  /// @throws BuildFailed where there is no such file, or where it may not be read
  byte[] file(String path) {
    if (isFileAddress(path)) {
      return options.remotes().file(path);
    }
    TreePath file = resolve(path);
    return switch (tree.entry(file)) {
      case Tree.Entry.File _ -> {
        allow(file);
        yield tree.read(file);
      }
      case Tree.Entry.Folder _ ->
          throw new BuildFailed("'" + file + "' must resolve to a file", "Name a file in it");
      case Tree.Entry.Link _, Tree.Entry.Absent _ ->
          throw new BuildFailed(
              missing(path),
              "Add the file, or correct the path in the kustomization of '" + root + "'");
    };
  }

  private void allow(TreePath file) {
    if (options.restriction() == Restriction.ROOT_ONLY && !file.isWithin(root)) {
      throw new BuildFailed(
          "security; file '" + file + "' is not in or below '" + root + "'",
          "Move the file below the kustomization, or build without the load restriction");
    }
  }

  /// A folder that the kustomization names, to be built on its own.
  Folder open(String path) {
    if (path.isEmpty()) {
      throw new BuildFailed("new root cannot be empty", "Name a folder");
    }
    if (entry(path) instanceof Tree.Entry.Absent) {
      Optional<RepositoryAddress> repository = RepositoryAddress.parse(path);
      if (repository.isPresent()) {
        return open(repository.get());
      }
    }
    if (path.startsWith("/")) {
      throw new BuildFailed(
          "new root '" + path + "' cannot be absolute", "Name a folder relative to '" + root + "'");
    }
    TreePath folder = resolve(path);
    if (!(tree.entry(folder) instanceof Tree.Entry.Folder)) {
      String why =
          tree.entry(folder) instanceof Tree.Entry.File
              ? "'" + folder + "': file is not directory"
              : "not a valid directory: " + missing(path);
      throw new BuildFailed(
          "must build at directory: " + why,
          "Correct the path in the kustomization of '" + root + "'");
    }
    var opened = new Folder(tree, options, folder, this);
    opened.refuseCycle();
    return opened;
  }

  private Folder open(RepositoryAddress address) {
    for (Folder above = this; above != null; above = above.parent) {
      if (address.text().equals(above.address)) {
        throw new BuildFailed(
            "cycle detected: URI '" + address.text() + "' referenced by previous URI",
            "Remove the reference that leads back");
      }
    }
    Tree fetched = options.remotes().repository(address);
    TreePath folder = follow(fetched, TreePath.ROOT.resolveJailed(address.path()));
    if (!(fetched.entry(folder) instanceof Tree.Entry.Folder)) {
      throw new BuildFailed(
          "must build at directory: '"
              + address.path()
              + "' is no folder of "
              + address.repository(),
          "Correct the path behind the repository in '" + address.text() + "'");
    }
    var opened = new Folder(fetched, options, folder, this, address.text());
    opened.refuseCycle();
    return opened;
  }

  private void refuseCycle() {
    int depth = 0;
    for (Folder above = parent; above != null; above = above.parent) {
      if (isSameTree(above) && above.root.isWithin(root)) {
        throw new BuildFailed(
            "cycle detected: candidate root '"
                + root
                + "' contains visited root '"
                + above.root
                + "'",
            "Remove the reference that leads back");
      }
      if (++depth > DEEPEST) {
        throw new BuildFailed(
            "more than " + DEEPEST + " kustomizations within each other at '" + root + "'",
            "Nest them less deeply");
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // the same source, not an equal one
  private boolean isSameTree(Folder other) {
    return other.tree == tree;
  }

  private TreePath resolve(String path) {
    try {
      return Links.follow(tree, root.resolve(path));
    } catch (UnsafePath e) {
      throw new BuildFailed(
          (path.startsWith("/") ? "new root '" + path + "' cannot be absolute: " : "security; ")
              + e.getMessage(),
          "Name a place inside the source, relative to '" + root + "'");
    }
  }

  private static TreePath follow(Tree tree, TreePath path) {
    try {
      return Links.follow(tree, path);
    } catch (UnsafePath e) {
      throw new BuildFailed(e.getMessage() == null ? "" : e.getMessage(), "");
    }
  }
}
