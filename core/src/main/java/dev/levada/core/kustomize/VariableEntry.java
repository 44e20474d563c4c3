package dev.levada.core.kustomize;

import dev.levada.core.manifest.GroupVersionKind;

/// An entry of `vars`.
///
/// @param name what stands between `$(` and `)`
/// @param object the object that the value comes from
/// @param apiVersion the object's `apiVersion` as the entry says it; may be empty
/// @param fieldPath the field that the value is; empty for `metadata.name`
record VariableEntry(String name, ResourceId object, String apiVersion, String fieldPath) {

  static VariableEntry read(Fields fields) {
    String name = fields.text("name");
    Reference reference = fields.struct("objref", Reference::read);
    String fieldPath = fields.struct("fieldref", field -> field.text("fieldPath"));
    return new VariableEntry(
        name,
        (reference == null ? Reference.NONE : reference).id(),
        reference == null ? "" : reference.apiVersion(),
        fieldPath == null ? "" : fieldPath);
  }

  private record Reference(ResourceId id, String apiVersion) {

    static final Reference NONE =
        new Reference(new ResourceId(new GroupVersionKind("", "", ""), "", ""), "");

    static Reference read(Fields fields) {
      String apiVersion = fields.text("apiVersion");
      String group = fields.text("group");
      String version = fields.text("version");
      String kind = fields.text("kind");
      GroupVersionKind type =
          apiVersion.isEmpty()
              ? new GroupVersionKind(group, version, kind)
              : GroupVersionKind.of(apiVersion, kind);
      return new Reference(
          new ResourceId(type, fields.text("name"), fields.text("namespace")), apiVersion);
    }
  }

  /// The path of the field.
  String field() {
    return fieldPath.isEmpty() ? "metadata.name" : fieldPath;
  }

  /// Whether an id is that of the object: a namespace counts where one is named.
  boolean means(ResourceId id) {
    return object.namespace().isEmpty()
        ? object.type().equals(id.type()) && object.name().equals(id.name())
        : object.isSame(id);
  }

  /// The entry as messages show it.
  String shown() {
    return "{" + name + " " + ResourceId.shown(object.type()) + " {" + field() + "}}";
  }

  /// The entry as messages show it before its defaults are filled in.
  String shownAsWritten() {
    GroupVersionKind type =
        apiVersion.isEmpty() ? object.type() : new GroupVersionKind("", "", object.type().kind());
    return "{" + name + " " + ResourceId.shown(type) + " {" + fieldPath + "}}";
  }
}
