package dev.levada.core.kustomize;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.YamlWriter;
import org.jspecify.annotations.Nullable;

/// An entry of `patches` or `patchesJson6902`.
///
/// @param path a file with the patch; empty where it stands inline
/// @param patch the patch; empty where it stands in a file
/// @param target which objects; null for those that the patch names itself
/// @param renames whether the patch may change the name
/// @param changesKind whether the patch may change the kind
/// @param written the entry as it stands in the file
record PatchEntry(
    String path,
    String patch,
    @Nullable Selector target,
    boolean renames,
    boolean changesKind,
    Mapping written) {

  private record Options(boolean renames, boolean changesKind) {

    static Options read(Fields fields) {
      return new Options(fields.flag("allowNameChange"), fields.flag("allowKindChange"));
    }
  }

  static PatchEntry read(Fields fields) {
    Options options = fields.struct("options", Options::read);
    return new PatchEntry(
        fields.text("path"),
        fields.text("patch"),
        fields.struct("target", Selector::read),
        options != null && options.renames(),
        options != null && options.changesKind(),
        shown(fields.written()));
  }

  /// The entry as messages show it: without what is empty.
  private static Mapping shown(Mapping written) {
    Mapping shown = written.copy();
    shown.entries().values().removeIf(PatchEntry::isEmpty);
    shown.mappingAt("target").entries().values().removeIf(PatchEntry::isEmpty);
    return shown;
  }

  private static boolean isEmpty(Node node) {
    return node instanceof Scalar scalar && (scalar.isNull() || scalar.text().isEmpty());
  }

  /// The same without blanks and line breaks around the patch, which can be the last line break of
  /// its last value: so kustomize reads the patches of `patches`.
  PatchEntry stripped() {
    return new PatchEntry(path, patch.strip(), target, renames, changesKind, written);
  }

  /// How messages name the patch.
  String source() {
    return path.isEmpty()
        ? "[patch: " + GoJson.string(patch.strip()) + "]"
        : "[path: " + GoJson.string(path) + "]";
  }

  /// The entry as the configuration of a transformer of JSON patches: there the patch has another
  /// name.
  Mapping asJsonPatch() {
    Mapping configuration = written.copy();
    Node operations = configuration.remove("patch");
    return operations == null ? configuration : configuration.put("jsonOp", operations);
  }

  /// The whole entry, for messages.
  String text() {
    return YamlWriter.text(written);
  }
}
