package dev.levada.core.kustomize;

import org.jspecify.annotations.Nullable;

/// An entry of `patches` or `patchesJson6902`.
///
/// @param path a file with the patch; empty where it stands inline
/// @param patch the patch; empty where it stands in a file
/// @param target which objects; null for those that the patch names itself
/// @param renames whether the patch may change the name
/// @param changesKind whether the patch may change the kind
record PatchEntry(
    String path, String patch, @Nullable Selector target, boolean renames, boolean changesKind) {

  static PatchEntry read(Fields fields) {
    var options = fields.node("options");
    var flags =
        options instanceof dev.levada.core.manifest.Mapping mapping
            ? mapping
            : new dev.levada.core.manifest.Mapping();
    return new PatchEntry(
        fields.text("path"),
        fields.text("patch"),
        fields.struct("target", Selector::read),
        flags.isTrueAt("allowNameChange"),
        flags.isTrueAt("allowKindChange"));
  }

  /// How messages name the patch.
  String source() {
    return path.isEmpty() ? "[patch: \"" + patch + "\"]" : "[path: \"" + path + "\"]";
  }
}
