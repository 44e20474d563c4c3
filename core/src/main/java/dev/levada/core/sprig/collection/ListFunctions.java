package dev.levada.core.sprig.collection;

import static dev.levada.core.gotemplate.function.Parameter.ANY;
import static dev.levada.core.gotemplate.function.Parameter.INT;

import dev.levada.core.gotemplate.function.Call;
import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.function.Parameter;
import dev.levada.core.gotemplate.value.Equality;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoSlice;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.gotemplate.value.SliceType;
import dev.levada.core.gotemplate.value.Types;
import dev.levada.core.sprig.cast.Cast;
import java.util.ArrayList;
import java.util.List;

/// Functions on lists. A list is never changed; the result is another.
final class ListFunctions {

  private ListFunctions() {}

  /// What a function does with its list.
  private interface OnList {
    Object apply(Call call, GoSlice list, Object[] given);
  }

  static List<Function> all() {
    var all = new ArrayList<Function>();
    all.add(Function.variadic("list", (_, given) -> GoList.of(given), ANY));
    all.add(Function.variadic("tuple", (_, given) -> GoList.of(given), ANY));
    all.add(Function.variadic("concat", (call, given) -> concatenated(call, given), ANY));
    both(all, "first", 0, (_, list, _) -> list.size() == 0 ? Nil.NIL : list.get(0), ANY);
    both(
        all,
        "last",
        0,
        (_, list, _) -> list.size() == 0 ? Nil.NIL : list.get(list.size() - 1),
        ANY);
    both(all, "rest", 0, (_, list, _) -> part(list, 1, list.size()), ANY);
    both(all, "initial", 0, (_, list, _) -> part(list, 0, list.size() - 1), ANY);
    both(all, "append", 0, (call, list, given) -> appended(call, list, given[1]), ANY, ANY);
    both(all, "push", 0, (call, list, given) -> appended(call, list, given[1]), ANY, ANY);
    both(all, "prepend", 0, (call, list, given) -> prepended(call, list, given[1]), ANY, ANY);
    both(all, "reverse", 0, (_, list, _) -> reversed(list), ANY);
    both(all, "compact", 0, (_, list, _) -> compacted(list), ANY);
    both(all, "uniq", 0, (call, list, _) -> unique(call, list), ANY);
    chunking(all);
    all.addAll(
        CollectionFunctions.both(Function.variadic("without", ListFunctions::without, ANY, ANY)));
    all.addAll(
        CollectionFunctions.both(
            Function.of("has", (_, given) -> has(given[0], given[1]), ANY, ANY)));
    all.addAll(
        CollectionFunctions.both(
            Function.variadic("slice", (_, given) -> sliced(given), ANY, ANY)));
    return all;
  }

  private static void both(
      List<Function> all, String name, int listAt, OnList body, Parameter... parameters) {
    String verb = name.equals("append") ? "push" : name;
    all.addAll(
        CollectionFunctions.both(
            Function.of(
                name,
                (call, given) -> body.apply(call, list(given[listAt], verb), given),
                parameters)));
  }

  private static void chunking(List<Function> all) {
    all.addAll(
        CollectionFunctions.both(
            Function.of(
                "chunk",
                (_, given) -> chunked((Long) given[0], list(given[1], "chunk")),
                INT,
                ANY)));
  }

  private static GoSlice list(Object value, String function) {
    if (value instanceof GoSlice slice) {
      return slice;
    }
    String kind = kind(value);
    throw new FunctionFailed(
        switch (function) {
          case "push", "prepend", "compact" -> "Cannot " + function + " on type " + kind;
          case "chunk" -> "Cannot chunk type " + kind;
          default -> "Cannot find " + function + " on type " + kind;
        });
  }

  private static String kind(Object value) {
    if (value == Nil.NIL) {
      throw new FunctionFailed("runtime error: invalid memory address or nil pointer dereference");
    }
    return Types.kind(value).goName();
  }

  private static GoList part(GoSlice list, int from, int to) {
    if (list.size() == 0) {
      return GoList.NIL;
    }
    var items = new Object[to - from];
    for (int i = from; i < to; i++) {
      items[i - from] = list.get(i);
    }
    return GoList.of(items);
  }

  private static GoList appended(Call call, GoSlice list, Object value) {
    call.spend(list.size());
    var items = new Object[list.size() + 1];
    copy(list, items, 0);
    items[list.size()] = value;
    return GoList.of(items);
  }

  private static GoList prepended(Call call, GoSlice list, Object value) {
    call.spend(list.size());
    var items = new Object[list.size() + 1];
    copy(list, items, 1);
    items[0] = value;
    return GoList.of(items);
  }

  private static void copy(GoSlice list, Object[] items, int to) {
    for (int i = 0; i < list.size(); i++) {
      items[to + i] = list.get(i);
    }
  }

  private static GoList concatenated(Call call, Object[] given) {
    var items = new ArrayList<Object>();
    for (Object value : given) {
      if (!(value instanceof GoSlice list)) {
        throw new FunctionFailed("Cannot concat type " + kind(value) + " as list");
      }
      call.spend(list.size());
      for (int i = 0; i < list.size(); i++) {
        items.add(list.get(i));
      }
    }
    return items.isEmpty() ? GoList.NIL : GoList.copyOf(items);
  }

  private static GoList reversed(GoSlice list) {
    var items = new Object[list.size()];
    for (int i = 0; i < items.length; i++) {
      items[i] = list.get(items.length - 1 - i);
    }
    return GoList.of(items);
  }

  private static GoList compacted(GoSlice list) {
    var items = new ArrayList<Object>();
    for (int i = 0; i < list.size(); i++) {
      if (Types.isTrue(list.get(i))) {
        items.add(list.get(i));
      }
    }
    return GoList.copyOf(items);
  }

  private static GoList unique(Call call, GoSlice list) {
    var items = new ArrayList<Object>();
    for (int i = 0; i < list.size(); i++) {
      Object item = list.get(i);
      call.spend(1 + items.size() / 8);
      if (items.stream().noneMatch(known -> Equality.deep(known, item))) {
        items.add(item);
      }
    }
    return GoList.copyOf(items);
  }

  private static Object without(Call call, Object[] given) {
    GoSlice list = list(given[0], "without");
    var items = new ArrayList<Object>();
    for (int i = 0; i < list.size(); i++) {
      Object item = list.get(i);
      call.spend(given.length);
      boolean unwanted = false;
      for (int j = 1; j < given.length && !unwanted; j++) {
        unwanted = Equality.deep(item, given[j]);
      }
      if (!unwanted) {
        items.add(item);
      }
    }
    return GoList.copyOf(items);
  }

  private static boolean has(Object wanted, Object value) {
    if (value == Nil.NIL) {
      return false;
    }
    GoSlice list = list(value, "has");
    for (int i = 0; i < list.size(); i++) {
      if (Equality.deep(wanted, list.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static GoList chunked(long size, GoSlice list) {
    if (size <= 0) {
      return unchunked(size, list.size());
    }
    int width = (int) Math.min(size, Integer.MAX_VALUE / 2);
    var chunks = new Object[Math.ceilDiv(list.size(), width)];
    for (int i = 0; i < chunks.length; i++) {
      chunks[i] = part(list, i * width, Math.min((i + 1) * width, list.size()));
    }
    return GoList.of(SliceType.LISTS, chunks);
  }

  /// Go asks for a count of chunks that cannot be, except where it comes to none.
  private static GoList unchunked(long size, int length) {
    if (length > 1 && length - 1 <= -size) {
      return GoList.of(SliceType.LISTS, new Object[0]);
    }
    throw new FunctionFailed("runtime error: makeslice: len out of range");
  }

  private static Object sliced(Object[] given) {
    if (!(given[0] instanceof GoSlice list)) {
      throw new FunctionFailed("list should be type of slice or array but " + kind(given[0]));
    }
    if (list.size() == 0) {
      return Nil.NIL;
    }
    long from = given.length > 1 ? Cast.toLong(given[1]) : 0;
    long to = given.length > 2 ? Cast.toLong(given[2]) : list.size();
    if (from < 0 || to < from || to > list.size()) {
      throw new FunctionFailed("reflect.Value.Slice: slice index out of bounds");
    }
    return list.slice((int) from, (int) to);
  }
}
