package dev.levada.core.sprig.collection;

import dev.levada.core.gotemplate.function.Call;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.gotemplate.value.Types;

/// `merge` and `mergeOverwrite`: the first map takes from the others, in place; tables that it
/// lacked are shared with where they came from.
final class Merging {

  private static final int DEEPEST = 10_000;

  private Merging() {}

  static GoMap merge(Call call, Object[] given) {
    return all(call, given, false);
  }

  static GoMap overwrite(Call call, Object[] given) {
    return all(call, given, true);
  }

  private static GoMap all(Call call, Object[] given, boolean overwrites) {
    GoMap first = (GoMap) given[0];
    GoMap target = first.isNil() ? GoMap.create() : first;
    for (int i = 1; i < given.length; i++) {
      into(call, target, (GoMap) given[i], overwrites, 0);
    }
    return target.plain();
  }

  private static void into(Call call, GoMap target, GoMap source, boolean overwrites, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    for (String key : source.keys()) {
      call.spend(1);
      Object offered = source.get(key);
      Object present = target.get(key);
      if (offered instanceof GoMap from
          && present instanceof GoMap to
          && isTable(from, to, overwrites)) {
        into(call, to, from, overwrites, depth + 1);
      } else if (overwrites || (offered != Nil.NIL && !Types.isTrue(present))) {
        target.put(key, offered);
      }
    }
  }

  private static boolean isTable(GoMap from, GoMap to, boolean overwrites) {
    return from.type().equals(to.type()) && (overwrites || to.size() > 0);
  }
}
