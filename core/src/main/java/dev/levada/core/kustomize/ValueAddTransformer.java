package dev.levada.core.kustomize;

import dev.levada.core.manifest.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The plugin of the same name: adds a text to fields of many objects (kustomize.md section 16).
///
/// @param value the text
/// @param targets where it goes
record ValueAddTransformer(String value, List<Target> targets) implements Transformer {

  /// Where the text goes.
  ///
  /// @param path the field
  /// @param position at which part of a path the text is inserted; 0 replaces the whole
  record Target(@Nullable Selector selector, List<String> path, int position) {

    static Target read(Fields fields) {
      fields.text("notInPath");
      return new Target(
          fields.struct("selector", Selector::read),
          FieldSpec.path(fields.text("fieldPath")),
          (int) fields.number("filePathPosition"));
    }
  }

  /// @param folder whose name is the value where none is given
  static ValueAddTransformer read(Fields fields, Folder folder) {
    String value = fields.text("value");
    if (!fields.text("targetFilePath").isEmpty()) {
      throw new BuildFailed(
          "ValueAddTransformer: 'targetFilePath' is not supported", "List the targets inline");
    }
    return new ValueAddTransformer(
        value.isEmpty() ? folder.root().name() : value, fields.list("targets", Target::read));
  }

  @Override
  public void transform(ResourceList resources) {
    for (Target target : targets) {
      Selector selector = target.selector();
      Selection selection = selector == null ? null : selector.selection();
      for (Resource resource : resources) {
        if (selection == null || selection.matchesAnyId(resource)) {
          FieldWalk.walk(
              resource.root(),
              target.path(),
              FieldWalk.Missing.MAKE_SCALAR,
              (parent, key) ->
                  parent.put(
                      key,
                      new Scalar(
                          Scalar.Kind.STRING, added(parent.textAt(key), target.position()), true)));
        }
      }
    }
  }

  private String added(String before, int position) {
    if (position == 0) {
      return value;
    }
    boolean absolute = before.startsWith("/");
    var parts =
        new java.util.ArrayList<>(
            List.of((absolute ? before.substring(1) : before).split("/", -1)));
    parts.add(Math.min(position - 1, parts.size()), value);
    return (absolute ? "/" : "") + String.join("/", parts);
  }
}
