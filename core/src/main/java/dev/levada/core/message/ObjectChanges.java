package dev.levada.core.message;

import dev.levada.core.edit.Change;
import dev.levada.core.edit.EditedObject;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.MapType;
import dev.levada.core.gotemplate.value.SliceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Changes by the object that holds them; a template that walks over them gets the object's parts.
final class ObjectChanges extends GoMap {

  private static final SliceType CHANGES = new SliceType("[]update.Change", "update.Change");
  private static final MapType TYPE =
      new MapType("update.ObjectChanges", "[]update.Change", GoList.of(CHANGES, new Object[0]));
  private static final MapType FILES =
      new MapType("map[string]update.ObjectChanges", "update.ObjectChanges", new GoMap(TYPE));

  private final Map<String, Object> objects = new HashMap<>();

  private ObjectChanges() {
    super(TYPE);
  }

  static ObjectChanges of(List<Change> changes) {
    var grouped = new LinkedHashMap<EditedObject, List<Change>>();
    changes.forEach(change ->
        grouped.computeIfAbsent(change.object(), missing -> new ArrayList<>()).add(change));
    var map = new ObjectChanges();
    grouped.forEach((object, own) -> {
      // Go sorts structs field by field.
      String key =
          String.join("\0", object.apiVersion(), object.kind(), object.name(), object.namespace());
      map.objects.put(key, identifier(object));
      map.put(key, list(own));
    });
    return map;
  }

  static GoMap byFile(List<Change> changes) {
    var grouped = new LinkedHashMap<String, List<Change>>();
    changes.forEach(change ->
        grouped
            .computeIfAbsent(change.file().toString(), missing -> new ArrayList<>())
            .add(change));
    var files = new GoMap(FILES);
    grouped.forEach((file, own) -> files.put(file, of(own)));
    return files;
  }

  static GoList list(List<Change> changes) {
    return GoList.of(CHANGES, changes.stream().map(ObjectChanges::struct).toArray());
  }

  @Override
  public Object shownKey(String key) {
    return objects.getOrDefault(key, key);
  }

  private static Struct struct(Change change) {
    return new Struct(
        "update.Change",
        Map.of(
            "OldValue", change.oldValue(),
            "NewValue", change.newValue(),
            "Setter", change.setter()),
        "{" + change.oldValue() + " " + change.newValue() + " " + change.setter() + "}");
  }

  private static Struct identifier(EditedObject object) {
    return new Struct(
        "update.ObjectIdentifier",
        Map.of(
            "APIVersion", object.apiVersion(),
            "Kind", object.kind(),
            "Name", object.name(),
            "Namespace", object.namespace()),
        "{{{"
            + object.apiVersion()
            + " "
            + object.kind()
            + "} {"
            + object.name()
            + " "
            + object.namespace()
            + "}}}");
  }
}
