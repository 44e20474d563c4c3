package dev.levada.core.render;

import dev.levada.core.kustomize.BuildFailed;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.util.List;

/// The kustomization of a folder that has none: every YAML file below it, and in place of what is
/// below them the sub-folders that have one (flux-api.md section 2.1, step 9).
final class GeneratedKustomization {

  static final List<String> FILE_NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");
  private static final int DEEPEST = 100;

  private final Tree tree;
  private final TreePath root;
  private final Sequence resources = new Sequence();

  private GeneratedKustomization(Tree tree, TreePath root) {
    this.tree = tree;
    this.root = root;
  }

  static Mapping of(Tree tree, TreePath root) {
    var generated = new GeneratedKustomization(tree, root);
    generated.walk(root, 0);
    return new Mapping()
        .put("apiVersion", "kustomize.config.k8s.io/v1beta1")
        .put("kind", "Kustomization")
        .put("resources", generated.resources);
  }

  private void walk(TreePath folder, int depth) {
    if (depth > DEEPEST) {
      throw new BuildFailed(
          "more than " + DEEPEST + " folders within each other at '" + folder + "'",
          "Nest the folders less deeply");
    }
    for (String name : tree.list(folder)) {
      TreePath path = folder.child(name);
      switch (tree.entry(path)) {
        case Tree.Entry.Folder _ -> {
          if (hasKustomization(path)) {
            add(path);
          } else {
            walk(path, depth + 1);
          }
        }
        case Tree.Entry.File _ -> {
          if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            requireObjects(path);
            add(path);
          }
        }
        case Tree.Entry.Link _, Tree.Entry.Absent _ -> {}
      }
    }
  }

  private boolean hasKustomization(TreePath folder) {
    return FILE_NAMES.stream()
        .anyMatch(name -> tree.entry(folder.child(name)) instanceof Tree.Entry.File);
  }

  private void add(TreePath path) {
    String relative = root.isRoot() ? path.text() : path.text().substring(root.text().length() + 1);
    resources.add(Scalar.of("./" + relative));
  }

  private void requireObjects(TreePath file) {
    try {
      for (Node document : YamlReader.documents(tree.read(file), YamlRules.RESOURCE_V3)) {
        if (!(document instanceof Mapping object) || object.textAt("kind").isEmpty()) {
          throw new MalformedManifest("an object without kind");
        }
      }
    } catch (MalformedManifest e) {
      throw new BuildFailed(
          "failed to decode Kubernetes YAML from '" + file + "': " + e.getMessage(),
          "Correct the file, or add a kustomization.yaml that leaves it out");
    }
  }
}
