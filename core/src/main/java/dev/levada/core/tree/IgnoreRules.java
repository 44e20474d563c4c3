package dev.levada.core.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which files of a source do not belong to its artifact, in gitignore's syntax (flux-api §1.1
/// `ignore`, §2.10).
public final class IgnoreRules {

  private static final String FILE = ".sourceignore";

  private static final List<String> VERSION_CONTROL =
      List.of(".git/", ".gitignore", ".gitmodules", ".gitattributes");

  private static final List<String> DEFAULTS =
      List.of(
          "*.jpg",
          "*.jpeg",
          "*.gif",
          "*.png",
          "*.wmv",
          "*.flv",
          "*.tar.gz",
          "*.zip",
          ".github/",
          ".circleci/",
          ".travis.yml",
          ".gitlab-ci.yml",
          "appveyor.yml",
          ".drone.yml",
          "cloudbuild.yaml",
          "codeship-services.yml",
          "codeship-steps.yml",
          "**/.goreleaser.yml",
          "**/.sops.yaml",
          "**/.flux.yaml");

  private final List<IgnorePattern> patterns;

  private IgnoreRules(List<IgnorePattern> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  /// The rules for a tree: what version control leaves there, always; then the tree's own
  /// `.sourceignore` files from the root down; then what the user wrote. Where neither of the
  /// latter is there, the defaults.
  ///
  /// @param specified `spec.ignore`, where it is set
  public static IgnoreRules of(Tree tree, Optional<String> specified) {
    var files = new ArrayList<IgnorePattern>();
    boolean inTree = collect(tree, TreePath.ROOT, files);
    boolean defaults = !inTree && specified.isEmpty();
    var all = new ArrayList<IgnorePattern>();
    read(TreePath.ROOT, VERSION_CONTROL, all);
    read(TreePath.ROOT, defaults ? DEFAULTS : List.of(), all);
    all.addAll(files);
    read(TreePath.ROOT, specified.map(IgnoreRules::lines).orElse(List.of()), all);
    return new IgnoreRules(all);
  }

  /// Reads the tree's own files from the root down and says whether there is any.
  private static boolean collect(Tree tree, TreePath folder, List<IgnorePattern> into) {
    boolean found = false;
    List<String> names = tree.list(folder);
    if (names.contains(FILE) && tree.entry(folder.child(FILE)) instanceof Tree.Entry.File) {
      read(folder, lines(new String(tree.read(folder.child(FILE)), StandardCharsets.UTF_8)), into);
      found = true;
    }
    for (String name : names) {
      found |= collect(tree, folder.child(name), into);
    }
    return found;
  }

  private static List<String> lines(String text) {
    return List.of((text.startsWith("\uFEFF") ? text.substring(1) : text).split("\n", -1));
  }

  private static void read(TreePath folder, List<String> lines, List<IgnorePattern> into) {
    lines.forEach(line -> IgnorePattern.read(folder, line).ifPresent(into::add));
  }

  /// Whether a path is ignored that lies in no ignored folder.
  ///
  /// @param folder whether the path is a folder
  boolean judge(TreePath path, boolean folder) {
    for (int i = patterns.size() - 1; i >= 0; i--) {
      IgnorePattern pattern = patterns.get(i);
      if (pattern.matches(path, folder)) {
        return !pattern.keeps();
      }
    }
    return false;
  }
}
