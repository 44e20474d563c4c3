package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.OddKeys;

/// A JSON patch on all objects of a target.
///
/// @param patch the operations
/// @param target which objects
/// @param remembers whether the id is remembered first, which also makes annotations exist: so do
///   `patches`, but not `patchesJson6902` (kustomize.md section 8.2)
record JsonPatches(JsonPatch patch, Selector target, boolean remembers) implements Transformer {

  @Override
  public void transform(ResourceList resources) {
    Selection selection = target.selection();
    for (Resource resource : resources) {
      if (selection.matches(resource)) {
        if (remembers) {
          resource.remember();
        }
        apply(resource);
      }
    }
  }

  private void apply(Resource resource) {
    Mapping root = resource.root();
    if (resource.hasHistory()
        && root.get("metadata") instanceof Mapping metadata
        && !(metadata.get("annotations") instanceof Mapping)) {
      metadata.put("annotations", new Mapping());
    }
    OddKeys.problem(root, resource.notes())
        .ifPresent(problem -> {
          throw odd(problem, resource);
        });
    AsJson.settle(root);
    resource.shared().clear();
    try {
      patch.apply(root);
    } catch (BuildFailed e) {
      throw e.where("while patching " + resource.id());
    }
  }

  /// Here kustomize says nothing of what it had read so far.
  private static BuildFailed odd(String problem, Resource resource) {
    return new BuildFailed(
        problem.substring(problem.indexOf(": ") + 2),
        "In " + resource.id() + ": let every key be a text, and stand there once");
  }
}
