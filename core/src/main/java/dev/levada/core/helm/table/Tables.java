package dev.levada.core.helm.table;

import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.Nil;
import java.util.Optional;

/// What is done with tables of values, whoever they belong to.
public final class Tables {

  private Tables() {}

  /// A deep copy of a table, so that changes to one are not seen in the other.
  public static GoMap copy(GoMap table) {
    var copy = new GoMap(table.type());
    for (String key : table.keys()) {
      copy.put(key, copyValue(table.get(key)));
    }
    return copy;
  }

  /// A copy of a table that shares the values.
  public static GoMap shallowCopy(GoMap table) {
    var copy = new GoMap(table.type());
    for (String key : table.keys()) {
      copy.put(key, table.get(key));
    }
    return copy;
  }

  /// A deep copy of any value of a table.
  public static Object copyValue(Object value) {
    return switch (value) {
      case GoMap map when !map.isNil() -> copy(map);
      case GoList list when list.type().boxed() && !list.isNil() -> {
        Object[] items = list.toArray();
        for (int i = 0; i < items.length; i++) {
          items[i] = copyValue(items[i]);
        }
        yield GoList.of(items);
      }
      default -> value;
    };
  }

  /// The table at the end of a path of keys joined by points; nothing where a key is missing or
  /// holds something else. The empty path and `.` are the table itself.
  public static Optional<GoMap> table(GoMap table, String path) {
    if (path.isEmpty() || path.equals(".")) {
      return Optional.of(table);
    }
    GoMap at = table;
    for (String key : path.split("\\.", -1)) {
      if (!(at.get(key) instanceof GoMap next)) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.of(at);
  }

  /// The value at the end of a path of keys joined by points; nothing where it is missing or a
  /// table.
  public static Optional<Object> leaf(GoMap table, String path) {
    int point = path.lastIndexOf('.');
    String key = path.substring(point + 1);
    return (point < 0 ? Optional.of(table) : table(table, path.substring(0, point)))
        .filter(parent -> !key.isEmpty() && parent.has(key))
        .map(parent -> parent.get(key))
        .filter(value -> !(value instanceof GoMap));
  }

  /// Lays one table over another: tables are joined, all else is replaced, nulls are kept.
  public static void overlay(GoMap under, GoMap over) {
    for (String key : over.keys()) {
      Object value = over.get(key);
      if (value instanceof GoMap table && under.get(key) instanceof GoMap below) {
        overlay(below, table);
      } else {
        under.put(key, value);
      }
    }
  }

  /// Whether a value is nil.
  public static boolean isNil(Object value) {
    return value == Nil.NIL;
  }
}
