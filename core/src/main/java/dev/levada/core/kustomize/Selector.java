package dev.levada.core.kustomize;

import dev.levada.core.manifest.GroupVersionKind;

/// Which objects a patch or a replacement is for, as it is written. Whether its expressions can be
/// read shows only when it is used.
///
/// @param type regular expressions for group, version and kind
/// @param name a regular expression
/// @param namespace a regular expression
/// @param labels what labels must be
/// @param annotations what annotations must be
record Selector(
    GroupVersionKind type, String name, String namespace, String labels, String annotations) {

  static Selector read(Fields fields) {
    return new Selector(
        new GroupVersionKind(fields.text("group"), fields.text("version"), fields.text("kind")),
        fields.text("name"),
        fields.text("namespace"),
        fields.text("labelSelector"),
        fields.text("annotationSelector"));
  }

  /// Whether the selector asks for a name.
  boolean hasName() {
    return !name.isEmpty();
  }

  /// The selector with its regular expressions read.
  ///
  /// @throws BuildFailed where one of them is none
  Selection selection() {
    return Selection.of(this);
  }

  @Override
  public String toString() {
    return new ResourceId(type, name, namespace) + ":a=" + annotations + ":l=" + labels;
  }
}
