package dev.levada.core.kustomize;

import dev.levada.core.manifest.GroupVersionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An entry of `replacements`.
///
/// @param path a file with one or more entries; empty where it stands inline
/// @param source where the value comes from; null where it is given
/// @param sourceValue the value; null where it comes from an object
/// @param targets where it goes
record ReplacementEntry(
    String path, @Nullable Source source, @Nullable String sourceValue, List<TargetEntry> targets) {

  /// The object and the field that a value comes from.
  record Source(
      String group,
      String version,
      String kind,
      String name,
      String namespace,
      String written,
      Part part) {

    /// Whether an id is meant: empty parts mean any.
    boolean matches(ResourceId id) {
      return is(group, id.type().group())
          && is(version, id.type().version())
          && is(kind, id.type().kind())
          && is(name, id.name())
          && (namespace.isEmpty() || namespace.equals(id.effectiveNamespace()));
    }

    private static boolean is(String wanted, String actual) {
      return wanted.isEmpty() || wanted.equals(actual);
    }

    /// The object, as messages show it.
    String shown() {
      return ResourceId.shown(new GroupVersionKind(group, version, kind))
          + "/"
          + (name.isEmpty() ? "[noName]" : name)
          + "."
          + (namespace.isEmpty() ? "[noNs]" : namespace);
    }

    @Override
    public String toString() {
      String field = written.isEmpty() ? "" : ":" + written;
      return shown() + field + part.shown();
    }

    /// The path of the field.
    String fieldPath() {
      return written.isEmpty() ? "metadata.name" : written;
    }
  }

  /// Which objects and which of their fields a value goes to.
  record TargetEntry(
      @Nullable Selector select, List<Selector> reject, List<String> fieldPaths, Part part) {}

  /// Which part of a text is meant, and whether a missing field is made.
  record Part(String delimiter, int index, boolean create) {

    static final Part WHOLE = new Part("", 0, false);

    String shown() {
      return delimiter.isEmpty() && index == 0 && !create
          ? ""
          : ":" + delimiter + "(" + index + "), create=" + create;
    }

    /// The parts of a text.
    List<String> split(String text) {
      return new ArrayList<>(List.of(text.split(Pattern.quote(delimiter), -1)));
    }

    /// A text with this part replaced; before the first part and behind the last it is added.
    String replaced(String text, String by) {
      List<String> parts = split(text);
      if (index < 0) {
        parts.addFirst(by);
      } else if (index >= parts.size()) {
        parts.add(by);
      } else {
        parts.set(index, by);
      }
      return String.join(delimiter, parts);
    }

    static Part read(Fields fields) {
      fields.node("encoding");
      return new Part(
          fields.text("delimiter"), (int) fields.number("index", "int"), fields.flag("create"));
    }
  }

  static ReplacementEntry read(Fields fields) {
    return new ReplacementEntry(
        fields.text("path"),
        fields.struct("source", ReplacementEntry::source),
        fields.has("sourceValue") ? fields.text("sourceValue") : null,
        fields.list("targets", ReplacementEntry::target));
  }

  private static Source source(Fields fields) {
    String path = fields.text("fieldPath");
    return new Source(
        fields.text("group"),
        fields.text("version"),
        fields.text("kind"),
        fields.text("name"),
        fields.text("namespace"),
        path,
        part(fields));
  }

  private static TargetEntry target(Fields fields) {
    List<String> paths = fields.texts("fieldPaths");
    return new TargetEntry(
        fields.struct("select", Selector::read),
        fields.list("reject", Selector::read),
        paths.isEmpty() ? List.of("metadata.name") : paths,
        part(fields));
  }

  private static Part part(Fields fields) {
    Part part = fields.struct("options", Part::read);
    return part == null ? Part.WHOLE : part;
  }
}
