package dev.levada.core.sprig.collection;

import static dev.levada.core.gotemplate.function.Parameter.ANY;
import static dev.levada.core.gotemplate.function.Parameter.MAP;
import static dev.levada.core.gotemplate.function.Parameter.STRING;

import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.gotemplate.value.Types;
import dev.levada.core.sprig.cast.Cast;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Functions on dictionaries. `set`, `unset` and the merges change the one they are given.
final class DictionaryFunctions {

  private DictionaryFunctions() {}

  static List<Function> all() {
    var all = new ArrayList<Function>();
    all.addAll(editing());
    all.addAll(reading());
    all.add(Function.variadic("merge", (call, given) -> Merging.merge(call, given), MAP, MAP));
    all.add(Function.variadic("mustMerge", (call, given) -> Merging.merge(call, given), MAP, MAP));
    all.add(
        Function.variadic(
            "mergeOverwrite", (call, given) -> Merging.overwrite(call, given), MAP, MAP));
    all.add(
        Function.variadic(
            "mustMergeOverwrite", (call, given) -> Merging.overwrite(call, given), MAP, MAP));
    all.add(Function.variadic("dig", (_, given) -> dig(given), ANY));
    all.addAll(
        CollectionFunctions.both(
            Function.of("deepCopy", (call, given) -> Copying.deep(call, given[0]), ANY)));
    return all;
  }

  private static List<Function> editing() {
    return List.of(
        Function.variadic("dict", (_, given) -> dictionary(given), ANY),
        Function.of(
            "set", (_, given) -> set(map(given, 0), (String) given[1], given[2]), MAP, STRING, ANY),
        Function.of("unset", (_, given) -> unset(map(given, 0), (String) given[1]), MAP, STRING),
        Function.variadic("pick", (_, given) -> picked(given), MAP, STRING),
        Function.variadic("omit", (_, given) -> omitted(given), MAP, STRING));
  }

  private static List<Function> reading() {
    return List.of(
        Function.of("get", (_, given) -> get(map(given, 0), (String) given[1]), MAP, STRING),
        Function.of("hasKey", (_, given) -> map(given, 0).has((String) given[1]), MAP, STRING),
        Function.variadic("pluck", (_, given) -> plucked(given), STRING, MAP),
        Function.variadic("keys", (_, given) -> keys(given), MAP),
        Function.of("values", (_, given) -> values(map(given, 0)), MAP));
  }

  static GoMap map(Object[] given, int index) {
    return (GoMap) given[index];
  }

  private static GoMap dictionary(Object[] given) {
    GoMap map = GoMap.create();
    for (int i = 0; i < given.length; i += 2) {
      map.put(Cast.toText(given[i]), i + 1 < given.length ? given[i + 1] : "");
    }
    return map;
  }

  private static GoMap set(GoMap map, String key, Object value) {
    if (map.isNil()) {
      throw new FunctionFailed("assignment to entry in nil map");
    }
    map.put(key, value);
    return map.plain();
  }

  private static GoMap unset(GoMap map, String key) {
    if (!map.isNil()) {
      map.remove(key);
    }
    return map.plain();
  }

  private static Object get(GoMap map, String key) {
    return map.has(key) ? map.get(key) : "";
  }

  private static GoList plucked(Object[] given) {
    var found = new ArrayList<Object>();
    for (int i = 1; i < given.length; i++) {
      if (map(given, i).has((String) given[0])) {
        found.add(map(given, i).get((String) given[0]));
      }
    }
    return GoList.copyOf(found);
  }

  // Go's order is random; any will do, so this one is the same each time.
  private static GoList keys(Object[] given) {
    var keys = new ArrayList<String>();
    for (int i = 0; i < given.length; i++) {
      keys.addAll(List.of(map(given, i).keys()));
    }
    return GoList.strings(keys);
  }

  private static GoList values(GoMap map) {
    var values = new ArrayList<Object>();
    for (String key : map.keys()) {
      values.add(map.get(key));
    }
    return GoList.copyOf(values);
  }

  private static GoMap picked(Object[] given) {
    GoMap picked = GoMap.create();
    for (int i = 1; i < given.length; i++) {
      String key = (String) given[i];
      if (map(given, 0).has(key)) {
        picked.put(key, map(given, 0).get(key));
      }
    }
    return picked;
  }

  private static GoMap omitted(Object[] given) {
    Set<Object> unwanted = new HashSet<>(List.of(given).subList(1, given.length));
    GoMap kept = GoMap.create();
    for (String key : map(given, 0).keys()) {
      if (!unwanted.contains(key)) {
        kept.put(key, map(given, 0).get(key));
      }
    }
    return kept;
  }

  private static Object dig(Object[] given) {
    if (given.length < 3) {
      throw new FunctionFailed("dig needs at least three arguments");
    }
    Object value = plainMap(given[given.length - 1]);
    var keys = new String[given.length - 2];
    for (int i = 0; i < keys.length; i++) {
      if (!(given[i] instanceof String key)) {
        throw conversion(given[i], "string");
      }
      keys[i] = key;
    }
    for (String key : keys) {
      GoMap map = plainMap(value);
      if (!map.has(key)) {
        return given[given.length - 2];
      }
      value = map.get(key);
    }
    return value;
  }

  private static GoMap plainMap(Object value) {
    if (value instanceof GoMap map
        && map.type().equals(dev.levada.core.gotemplate.value.MapType.ANY)) {
      return map;
    }
    throw conversion(value, "map[string]interface {}");
  }

  private static FunctionFailed conversion(Object value, String wanted) {
    String type = value == Nil.NIL ? "nil" : Types.name(value);
    return new FunctionFailed("interface conversion: interface {} is " + type + ", not " + wanted);
  }
}
