package dev.levada.core.kustomize;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Sequence;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import dev.levada.core.tree.Tree;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Makes transformers of a kustomization's patches: finds out which kind of patch a text is and
/// what it is for (kustomize.md section 8.1).
record Patches(Folder folder, Schemas schemas) {

  /// An entry of `patchesStrategicMerge`: inline YAML, or a path.
  Transformer strategicMerge(String text) {
    boolean isFile =
        text.indexOf('\n') < 0
            && text.length() < 4096
            && folder.entry(text) instanceof Tree.Entry.File;
    if (text.isBlank()) {
      return strategicMerge(List.of(), text);
    }
    if (isFile || !text.contains(":")) {
      return strategicMerge(ResourceReader.read(folder.file(text), text), text);
    }
    return strategicMerge(
        ResourceReader.read(text.getBytes(StandardCharsets.UTF_8), "inline patch"), text);
  }

  private Transformer strategicMerge(List<Resource> patches, String text) {
    if (patches.isEmpty()) {
      throw new BuildFailed(
          "patch appears to be empty; files=[" + text + "], Patch=",
          "Write a patch, or remove the entry");
    }
    return new MergePatches(schemas, patches, null, false, false, true, text).withTexts();
  }

  /// An entry of `patches`.
  Transformer patch(PatchEntry written) {
    PatchEntry entry = written.stripped();
    List<Node> documents = documents(entry, YamlRules.RESOURCE_V3);
    if (documents.stream().allMatch(Patches::isEmpty)) {
      return resources -> {};
    }
    if (documents.size() == 1 && documents.getFirst() instanceof Sequence) {
      return jsonPatch(entry, true);
    }
    if (!documents.stream().allMatch(Patches::isResource)) {
      throw new BuildFailed(
          "unable to parse SM or JSON patch from " + entry.source(),
          "Write an object with kind and metadata.name, or a list of JSON patch operations");
    }
    if (documents.size() > 1 && entry.target() != null) {
      return refused(
          "Multiple Strategic-Merge Patches in one `patches` entry is not allowed to set"
              + " `patches.target` field: "
              + entry.source(),
          "Make an entry of 'patches' of each of them");
    }
    List<Resource> patches = ResourceReader.resources(documents, entry.source());
    Selector target = entry.target();
    var merge =
        new MergePatches(
            schemas, patches, target, entry.renames(), entry.changesKind(), false, entry.source());
    if (target != null) {
      return merge.withTexts();
    }
    return entry.renames() || entry.changesKind() ? merge.withTextAnnotations() : merge;
  }

  /// An entry of `patchesJson6902`.
  Transformer jsonPatch(PatchEntry entry) {
    return jsonPatch(entry, false);
  }

  /// As {@link #jsonPatch}, where the target must have a name.
  Transformer namedJsonPatch(PatchEntry entry) {
    Selector target = entry.target();
    if (target == null || !target.hasName()) {
      throw new BuildFailed("must specify the target name", "Add 'target.name'");
    }
    return jsonPatch(entry);
  }

  private Transformer jsonPatch(PatchEntry entry, boolean remembers) {
    // Unlike objects, operations are read by the rules of YAML 1.1: 'value: yes' is a boolean.
    List<Node> documents = documents(entry, YamlRules.KUSTOMIZATION_1_1);
    if (documents.size() != 1 || !(documents.getFirst() instanceof Sequence operations)) {
      throw new BuildFailed(
          "unable to parse JSON patch from " + entry.source(), "Write a list of operations");
    }
    requireFinite(operations, entry);
    JsonPatch read = JsonPatch.read(operations, entry.source());
    Selector target = entry.target();
    return target == null
        ? refused(
            "must specify a target for JSON patch " + entry.source(),
            "Add 'target' with at least a kind and a name")
        : new JsonPatches(read, target, remembers);
  }

  /// A mistake that is told only when the turn comes to the patch: one before it may fail first.
  private static Transformer refused(String message, String fix) {
    return _ -> {
      throw new BuildFailed(message, fix);
    };
  }

  private static void requireFinite(Sequence operations, PatchEntry entry) {
    try {
      new Mapping().put("operations", operations.copy()).settle();
    } catch (MalformedManifest e) {
      throw new BuildFailed(
          "unable to parse SM or JSON patch from " + entry.source(),
          "Put numbers that are not finite in quotes");
    }
  }

  private List<Node> documents(PatchEntry entry, YamlRules rules) {
    boolean inline = !entry.patch().isEmpty();
    if (inline && !entry.path().isEmpty()) {
      throw new BuildFailed(
          "patch and path can't be set at the same time\n" + entry.text(), "Keep one of them");
    }
    if (!inline && entry.path().isEmpty()) {
      throw new BuildFailed(
          "must specify one of patch and path in\n" + entry.text(),
          "Add 'patch' with the patch, or 'path' with a file");
    }
    byte[] text =
        inline ? entry.patch().getBytes(StandardCharsets.UTF_8) : read(entry.path(), rules);
    try {
      requireJson(text);
      return rules == YamlRules.RESOURCE_V3
          ? YamlReader.drafts(text)
          : YamlReader.documents(text, rules);
    } catch (MalformedManifest e) {
      throw new BuildFailed(
          "unable to parse SM or JSON patch from " + entry.source(),
          "Correct the YAML: " + e.getMessage());
    }
  }

  /// What begins as JSON has to be JSON, though YAML would allow more.
  private static void requireJson(byte[] text) {
    int at = 0;
    while (at < text.length && text[at] <= ' ' && text[at] >= 0) {
      at++;
    }
    if (at < text.length && text[at] == '[') {
      Json.read(text);
    }
  }

  private byte[] read(String path, YamlRules rules) {
    try {
      return folder.file(path);
    } catch (BuildFailed e) {
      throw rules == YamlRules.RESOURCE_V3
          ? e.within("failed to get the patch file from path(" + path + "): ")
          : e;
    }
  }

  private static boolean isEmpty(Node document) {
    return document instanceof Mapping root && root.isEmpty();
  }

  private static boolean isResource(Node document) {
    return document instanceof Mapping root
        && !root.textAt("kind").isEmpty()
        && !root.textAt("metadata", "name").isEmpty();
  }
}
