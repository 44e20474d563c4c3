package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;

/// A JSON patch on all objects of a target.
///
/// @param patch the operations
/// @param target which objects
/// @param remembers whether the id is remembered first, which also makes annotations exist: so do
///   `patches`, but not `patchesJson6902` (kustomize.md section 8.2)
record JsonPatches(JsonPatch patch, Selector target, boolean remembers) implements Transformer {

  /// Stands for the annotations in which kustomize keeps where an object comes from.
  private static final String NOTE = "internal.config.kubernetes.io/levada";

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

  private static String reason(String problem) {
    int at = problem.lastIndexOf(": json: ");
    return problem.substring((at < 0 ? problem.indexOf(": ") : at) + 2);
  }

  private void apply(Resource resource) {
    Mapping root = resource.root();
    if (resource.isNoted()
        && root.get("metadata") instanceof Mapping metadata
        && !(metadata.get("annotations") instanceof Mapping)) {
      metadata.put("annotations", new Mapping());
    }
    if (resource.remake() && resource.hasHistory()) {
      FinishedObject.plainKeys(root.mappingAt("metadata", "annotations"));
    }
    FinishedObject.refuseMisfit(resource, "");
    resource.exposePlainKeys();
    root.problem(resource.notes().size())
        .ifPresent(problem -> {
          // Here kustomize says nothing of what it had read so far.
          throw FinishedObject.odd(reason(problem), resource);
        });
    TabbedData.refusePatched(resource);
    AsJson.settle(root);
    resource.shared().clear();
    boolean noted = root.at("metadata", "annotations") instanceof Mapping;
    if (noted) {
      root.mappingAt("metadata", "annotations").put(NOTE, NOTE);
    }
    try {
      patch.apply(root);
    } catch (BuildFailed e) {
      throw e.where("while patching " + resource.id());
    }
    root.mappingAt("metadata", "labels").remove(NOTE); // where a patch copied it to
    if (noted && root.mappingAt("metadata", "annotations").remove(NOTE) == null) {
      resource.forgetProvenance();
    }
  }
}
