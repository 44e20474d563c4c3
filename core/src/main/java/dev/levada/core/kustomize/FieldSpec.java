package dev.levada.core.kustomize;

import dev.levada.core.manifest.GroupVersionKind;
import java.util.ArrayList;
import java.util.List;

/// Where in which objects a transformer works.
///
/// @param group the group it is for; empty for any
/// @param version the version it is for; empty for any
/// @param kind the kind it is for; empty for any
/// @param path keys from the root; lists on the way are entered
/// @param create whether what is missing is made
record FieldSpec(String group, String version, String kind, List<String> path, boolean create) {

  FieldSpec {
    path = List.copyOf(path);
  }

  static FieldSpec read(Fields fields) {
    return new FieldSpec(
        fields.text("group"),
        fields.text("version"),
        fields.text("kind"),
        path(fields.text("path")),
        fields.flag("create"));
  }

  /// The keys of a path in which `\/` stands for a slash inside a key.
  static List<String> path(String text) {
    var keys = new ArrayList<String>();
    var key = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '/') {
        key.append('/');
        i++;
      } else if (c == '/') {
        keys.add(key.toString());
        key.setLength(0);
      } else {
        key.append(c);
      }
    }
    keys.add(key.toString());
    keys.removeIf(String::isEmpty);
    return PathDepth.checked(keys, text);
  }

  boolean matches(GroupVersionKind type) {
    return (kind.isEmpty() || kind.equals(type.kind()))
        && (group.isEmpty() || group.equals(type.group()))
        && (version.isEmpty() || version.equals(type.version()));
  }

  GroupVersionKind type() {
    return new GroupVersionKind(group, version, kind);
  }

  /// Whether it is for the same field as another, and for all objects that the other is for.
  boolean covers(FieldSpec other) {
    return path.equals(other.path) && matches(other.type());
  }

  boolean isName() {
    return path.equals(List.of("metadata", "name"));
  }
}
