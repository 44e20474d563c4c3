package dev.levada.core.helm.values;

import com.google.re2j.Pattern;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.gotemplate.value.Types;
import java.util.Arrays;

/// The little language of `--set` and its kin: `a.b[0]=x,c={1,2}`.
public final class SetExpression {

  private static final int LARGEST_INDEX = 65_536;
  private static final int DEEPEST = 30;
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");

  private final SetReader in;
  private final SetValue value;

  private SetExpression(String text, SetValue value) {
    this.in = new SetReader(text, value.escapes());
    this.value = value;
  }

  /// Writes what an expression says into a table.
  ///
  /// @param into the table, which is changed
  /// @throws SetInvalid where it cannot be read
  public static void apply(GoMap into, String text, SetValue value) {
    var expression = new SetExpression(text, value);
    while (!expression.in.atEnd()) {
      expression.key(into, 0);
    }
  }

  private static void check(int level) {
    if (level > DEEPEST) {
      throw new SetInvalid(
          "value name nested level is greater than maximum supported nested level of " + DEEPEST);
    }
  }

  private void key(GoMap data, int level) {
    check(level);
    String key = in.until(value.separates() ? ".[=," : ".[=");
    switch (in.stop()) {
      case '.' -> table(data, key, level);
      case '[' -> list(data, key, level);
      case '=' -> put(data, key, value.read(in));
      case ',' -> throw new SetInvalid("key " + quoted(key) + " has no value (cannot end with ,)");
      default -> {
        if (!key.isEmpty()) {
          throw new SetInvalid("key " + quoted(key) + " has no value");
        }
      }
    }
  }

  private void table(GoMap data, String key, int level) {
    GoMap inner = data.has(key) ? require(data.get(key), GoMap.class) : GoMap.create();
    key(inner, level + 1);
    if (inner.size() == 0) {
      throw new SetInvalid("key map " + quoted(key) + " has no value");
    }
    put(data, key, inner);
  }

  private void list(GoMap data, String key, int level) {
    int index = index();
    if (index < 0) {
      return;
    }
    GoList list = data.has(key) ? require(data.get(key), GoList.class) : GoList.of();
    put(data, key, item(list, index, level));
  }

  /// The index up to the closing bracket; -1 where the bracket does not close, which ends the
  /// expression without a word.
  private int index() {
    String digits = in.until("]");
    if (in.stop() != ']') {
      return -1;
    }
    long index = number(digits);
    if (index < 0) {
      throw new SetInvalid("negative " + index + " index not allowed");
    }
    if (index > LARGEST_INDEX) {
      throw new SetInvalid(
          "index of " + index + " is greater than maximum supported index of " + LARGEST_INDEX);
    }
    return (int) index;
  }

  private static long number(String digits) {
    String plain = digits.startsWith("+") ? digits.substring(1) : digits;
    if (!WHOLE.matches(digits)) {
      throw new SetInvalid(
          "error parsing index: strconv.Atoi: parsing " + quoted(digits) + ": invalid syntax");
    }
    try {
      return Long.parseLong(plain);
    } catch (NumberFormatException e) {
      throw new SetInvalid(
          "error parsing index: strconv.Atoi: parsing " + quoted(digits) + ": value out of range");
    }
  }

  private GoList item(GoList list, int index, int level) {
    check(level);
    String rest = in.until(".[=");
    if (!rest.isEmpty()) {
      throw new SetInvalid("unexpected data at end of array index: " + runes(rest));
    }
    Object before = index < list.size() ? list.get(index) : Nil.NIL;
    return switch (in.stop()) {
      case '=' -> with(list, index, value.read(in));
      case '.' -> {
        GoMap inner = before instanceof GoMap map ? map : GoMap.create();
        key(inner, level);
        yield with(list, index, inner);
      }
      case '[' -> {
        int next = index();
        GoList inner = before == Nil.NIL ? GoList.of() : require(before, GoList.class);
        yield next < 0 ? list : with(list, index, item(inner, next, level + 1));
      }
      default -> list;
    };
  }

  private static GoList with(GoList list, int index, Object value) {
    Object[] items = Arrays.copyOf(list.toArray(), Math.max(list.size(), index + 1));
    Arrays.fill(items, list.size(), items.length, Nil.NIL);
    items[index] = value;
    return GoList.of(items);
  }

  private static void put(GoMap data, String key, Object value) {
    if (!key.isEmpty()) {
      data.put(key, value);
    }
  }

  private static <T> T require(Object value, Class<T> type) {
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    throw new SetInvalid(
        "unable to parse key: interface conversion: interface {} is "
            + (value == Nil.NIL ? "nil" : Types.name(value))
            + ", not "
            + (type == GoMap.class ? "map[string]interface {}" : "[]interface {}"));
  }

  private static String runes(String text) {
    return text.codePoints()
        .mapToObj(point ->
            "'" + (point == '\'' || point == '\\' ? "\\" : "") + Character.toString(point) + "'")
        .collect(java.util.stream.Collectors.joining(" ", "[", "]"));
  }

  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
