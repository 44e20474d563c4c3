package dev.levada.core.sprig.collection;

import dev.levada.core.gotemplate.function.Call;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoObject;
import dev.levada.core.gotemplate.value.Nil;

/// `deepCopy`.
final class Copying {

  private static final int DEEPEST = 10_000;

  private Copying() {}

  static Object deep(Call call, Object value) {
    if (value == Nil.NIL) {
      throw new FunctionFailed("reflect: call of reflect.Value.Type on zero Value");
    }
    return copy(call, value, 0);
  }

  private static Object copy(Call call, Object value, int depth) {
    if (depth > DEEPEST) {
      return value;
    }
    return switch (value) {
      case GoMap map when !map.isNil() -> map(call, map, depth);
      case GoList list when !list.isNil() -> list(call, list, depth);
      case GoObject object -> object.copied();
      default -> value;
    };
  }

  private static GoMap map(Call call, GoMap map, int depth) {
    call.spend(map.size());
    var copy = new GoMap(map.type());
    for (String key : map.keys()) {
      copy.put(key, copy(call, map.get(key), depth + 1));
    }
    return copy;
  }

  private static GoList list(Call call, GoList list, int depth) {
    call.spend(list.size());
    Object[] items = list.toArray();
    for (int i = 0; i < items.length; i++) {
      items[i] = copy(call, items[i], depth + 1);
    }
    return GoList.of(list.type(), items);
  }
}
