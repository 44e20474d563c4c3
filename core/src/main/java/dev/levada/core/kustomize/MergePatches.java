package dev.levada.core.kustomize;

import dev.levada.core.manifest.GroupVersionKind;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Strategic merge patches: each on the object it names, or one on all objects of a target
/// (kustomize.md section 8.1).
record MergePatches(
    Schemas schemas,
    List<Resource> patches,
    @Nullable Selector target,
    boolean renames,
    boolean changesKind,
    boolean listed,
    String source)
    implements Transformer {

  /// The same, with labels and annotations made texts, null included: so kustomize reads those of
  /// `patchesStrategicMerge` and those with a target, and no others.
  MergePatches withTexts() {
    patches.forEach(patch -> {
      Mapping metadata = patch.root().mappingAt("metadata");
      FinishedObject.makeTexts(metadata.mappingAt("labels"));
      FinishedObject.makeTexts(metadata.mappingAt("annotations"));
    });
    return this;
  }

  /// The same, where only its annotations are made texts: so kustomize reads those with options.
  MergePatches withTextAnnotations() {
    patches.forEach(
        patch -> FinishedObject.makeTexts(patch.root().mappingAt("metadata", "annotations")));
    return this;
  }

  @Override
  public void transform(ResourceList resources) {
    Selector wanted = target;
    if (wanted == null) {
      patches.forEach(patch -> apply(patch, only(patch, resources)));
    } else {
      selected(wanted, resources).forEach(resource -> apply(patches.getFirst(), resource));
      resources.idsChanged();
      resources.requireDistinct();
    }
  }

  private static List<Resource> selected(Selector wanted, ResourceList resources) {
    try {
      Selection selection = wanted.selection();
      return resources.items().stream().filter(selection::matches).toList();
    } catch (BuildFailed e) {
      throw e.within("unable to find patch target \"" + wanted + "\" in `resources`: ");
    }
  }

  private Resource only(Resource patch, ResourceList resources) {
    List<Resource> matches = resources.having(patch.id());
    if (matches.isEmpty()) {
      throw new BuildFailed(
          unmatched(patch)
              + "no matches for Id "
              + patch.id()
              + "; failed to find unique target for patch "
              + patch.id(),
          "Correct kind, name or namespace in the patch "
              + source
              + ", or add the object to the resources");
    }
    if (matches.size() > 1) {
      throw new BuildFailed(
          unmatched(patch)
              + "multiple matches for Id "
              + patch.id()
              + "; failed to find unique target for patch "
              + patch.id(),
          "Give the patch a target that tells them apart");
    }
    return matches.getFirst();
  }

  private String unmatched(Resource patch) {
    return listed ? "" : "no resource matches strategic merge patch \"" + patch.id() + "\": ";
  }

  private void apply(Resource patch, Resource resource) {
    ResourceId before = resource.id();
    if (renames || changesKind) {
      resource.remember();
      resource.allow(renames, changesKind);
    }
    try {
      new StrategicMerge(resource).merge(patch.root(), type(patch, resource));
    } catch (BuildFailed e) {
      throw e.where("patch " + patch.id() + " on " + before);
    }
    if (!resource.root().isEmpty()) {
      restore(resource, before);
    }
  }

  /// The schema of what is patched counts, and where its kind is unknown that of the patch's kind.
  private MergeType type(Resource patch, Resource resource) {
    GroupVersionKind type = resource.type();
    MergeType known = schemas.of(type);
    return known.equals(MergeType.UNKNOWN)
        ? schemas.of(new GroupVersionKind(type.group(), type.version(), patch.type().kind()))
        : known;
  }

  private void restore(Resource resource, ResourceId before) {
    Mapping root = resource.root();
    Mapping metadata = root.child("metadata");
    if (!renames) {
      metadata.put("name", before.name());
    }
    if (!changesKind) {
      put(root, "kind", before.type().kind());
    }
    put(root, "apiVersion", before.type().apiVersion());
    if (before.namespace().isEmpty()) {
      metadata.remove("namespace");
    } else {
      put(metadata, "namespace", before.namespace());
    }
  }

  private static void put(Mapping mapping, String key, String text) {
    Node now = mapping.get(key);
    if (text.isEmpty()) {
      mapping.remove(key);
    } else if (!(now instanceof Scalar scalar && scalar.text().equals(text))) {
      mapping.put(key, text);
    }
  }
}
