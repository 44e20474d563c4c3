package dev.levada.core.sprig.encoding;

import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.SliceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// TOML: tables, arrays of tables, and dotted keys, line by line.
final class TomlReader {

  private final TomlScanner in;
  private final GoMap root = GoMap.create();
  private final Set<String> headers = new HashSet<>();
  private GoMap current = root;

  private TomlReader(String text) {
    this.in = new TomlScanner(text);
  }

  static Object read(String text) throws EncodingFailed {
    var reader = new TomlReader(text);
    while (reader.in.nextStatement()) {
      reader.statement();
    }
    return reader.root;
  }

  private void statement() throws EncodingFailed {
    if (in.peek() == '[') {
      header();
    } else {
      List<String> path = in.key();
      in.expectAssignment();
      in.enterValueOf(path);
      put(current, path, in.value(this));
    }
    in.expectLineEnd();
  }

  private void header() throws EncodingFailed {
    boolean array = in.startsArrayHeader();
    List<String> path = in.headerKey(array);
    GoMap parent = root;
    for (String part : path.subList(0, path.size() - 1)) {
      parent = child(parent, part);
    }
    String last = path.getLast();
    if (array) {
      current = element(parent, last);
      return;
    }
    if (!headers.add(String.join("\0", path) + System.identityHashCode(parent))) {
      throw in.failure("Key '" + String.join(".", path) + "' has already been defined.");
    }
    current = child(parent, last);
  }

  private GoMap element(GoMap parent, String key) throws EncodingFailed {
    Object present = parent.get(key);
    var items = new ArrayList<Object>();
    if (present instanceof GoList list) {
      items.addAll(list.asList());
    } else if (parent.has(key)) {
      throw in.failure("key \"" + key + "\" has already been defined");
    }
    GoMap made = GoMap.create();
    items.add(made);
    parent.put(key, GoList.of(SliceType.MAPS, items.toArray()));
    return made;
  }

  private GoMap child(GoMap parent, String key) throws EncodingFailed {
    Object present = parent.get(key);
    if (present instanceof GoList list
        && list.size() > 0
        && list.get(list.size() - 1) instanceof GoMap last) {
      return last;
    }
    if (present instanceof GoMap map) {
      return map;
    }
    if (parent.has(key)) {
      throw in.failure("key \"" + key + "\" has already been defined as a value");
    }
    GoMap made = GoMap.create();
    parent.put(key, made);
    return made;
  }

  void put(GoMap table, List<String> path, Object value) throws EncodingFailed {
    GoMap target = table;
    for (String part : path.subList(0, path.size() - 1)) {
      target = child(target, part);
    }
    if (target.has(path.getLast())) {
      throw in.failure("Key '" + String.join(".", path) + "' has already been defined.");
    }
    target.put(path.getLast(), value);
  }
}
