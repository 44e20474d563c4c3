package dev.levada.core.render;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import dev.levada.core.tree.UnsafePath;
import java.util.List;
import java.util.Locale;

/// Merges what a Flux Kustomization's spec says into a folder's kustomization (flux-api.md section
/// 2.1, step 9).
record KustomizationOverlay(Tree tree, TreePath folder, RenderRequest request) {

  void addTo(Mapping kustomization) {
    set(kustomization, "namespace", request.targetNamespace());
    set(kustomization, "namePrefix", request.namePrefix());
    set(kustomization, "nameSuffix", request.nameSuffix());
    append(kustomization, "patches", request.overlay().sequenceAt("patches").copy());
    append(kustomization, "components", components());
    for (Node image : request.overlay().sequenceAt("images")) {
      if (image instanceof Mapping mapping) {
        addImage(kustomization, mapping);
      }
    }
    if (request.overlay().sequenceAt("buildMetadata").size() > 0) {
      remove(kustomization, "buildMetadata");
      append(kustomization, "buildMetadata", request.overlay().sequenceAt("buildMetadata").copy());
    }
  }

  private static void set(Mapping kustomization, String field, String value) {
    if (!value.isEmpty()) {
      remove(kustomization, field);
      kustomization.put(field, new Scalar(Scalar.Kind.STRING, value, true));
    }
  }

  private static void append(Mapping kustomization, String field, Sequence more) {
    if (more.size() > 0) {
      list(kustomization, field).items().addAll(more.items());
    }
  }

  private Sequence components() {
    Sequence components = request.overlay().sequenceAt("components").copy();
    if (request.overlay().isTrueAt("ignoreMissingComponents")) {
      components.items().removeIf(this::isMissing);
    }
    return components;
  }

  private boolean isMissing(Node component) {
    if (!(component instanceof Scalar path)) {
      return false;
    }
    try {
      return tree.entry(folder.resolve(path.text())) instanceof Tree.Entry.Absent;
    } catch (UnsafePath outside) {
      return false; // the build says what is wrong with it
    }
  }

  /// Same-named entries are merged field by field; tag and digest are one unit.
  private static void addImage(Mapping kustomization, Mapping image) {
    Sequence images = list(kustomization, "images");
    for (Node known : images) {
      if (known instanceof Mapping entry && entry.textAt("name").equals(image.textAt("name"))) {
        if (image.has("newTag") || image.has("digest")) {
          entry.entries().keySet().removeAll(List.of("newTag", "digest", "tagSuffix"));
        }
        image.entries().forEach((key, value) -> entry.put(key, value.copy()));
        dropTagBesideDigest(entry);
        return;
      }
    }
    Mapping added = image.copy();
    dropTagBesideDigest(added);
    images.add(added);
  }

  private static void dropTagBesideDigest(Mapping image) {
    if (!image.textAt("digest").isEmpty()) {
      image.remove("newTag");
    }
  }

  private static Sequence list(Mapping kustomization, String field) {
    Node old = remove(kustomization, field) instanceof Sequence list ? list : new Sequence();
    kustomization.put(field, old);
    return (Sequence) old;
  }

  /// Takes a field out, in whatever case its key is written.
  private static Node remove(Mapping kustomization, String field) {
    String wanted = field.toLowerCase(Locale.ROOT);
    Node removed = Scalar.NULL;
    for (String key : List.copyOf(kustomization.entries().keySet())) {
      if (key.toLowerCase(Locale.ROOT).equals(wanted)) {
        Node value = kustomization.remove(key);
        removed = value == null ? removed : value;
      }
    }
    return removed;
  }
}
