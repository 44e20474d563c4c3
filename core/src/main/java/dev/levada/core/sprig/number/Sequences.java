package dev.levada.core.sprig.number;

import static dev.levada.core.gotemplate.function.Parameter.INT;

import dev.levada.core.gotemplate.function.Call;
import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.SliceType;
import java.util.List;

/// `until`, `untilStep` and `seq`.
final class Sequences {

  private Sequences() {}

  static List<Function> all() {
    return List.of(
        Function.of("until", (call, given) -> until(call, (Long) given[0]), INT),
        Function.of(
            "untilStep",
            (call, given) -> steps(call, (Long) given[0], (Long) given[1], (Long) given[2]),
            INT,
            INT,
            INT),
        Function.variadic("seq", (call, given) -> sequence(call, given), INT));
  }

  private static GoList until(Call call, long count) {
    return steps(call, 0, count, count < 0 ? -1 : 1);
  }

  private static GoList steps(Call call, long start, long stop, long step) {
    long size = size(start, stop, step);
    call.spend(size);
    // More than a budget has never come so far.
    var items = new Object[Math.toIntExact(Math.min(size, Integer.MAX_VALUE - 8))];
    for (int i = 0; i < items.length; i++) {
      items[i] = start + i * step;
    }
    return GoList.of(SliceType.INTS, items);
  }

  private static long size(long start, long stop, long step) {
    if (step == 0 || (stop < start && step > 0) || (stop > start && step < 0)) {
      return 0;
    }
    return Math.ceilDiv(stop - start, step);
  }

  private static String sequence(Call call, Object[] given) {
    long first = 1;
    long step = 1;
    long last;
    switch (given.length) {
      case 1 -> last = (Long) given[0];
      case 2 -> {
        first = (Long) given[0];
        last = (Long) given[1];
      }
      case 3 -> {
        first = (Long) given[0];
        step = (Long) given[1];
        last = (Long) given[2];
      }
      default -> {
        return "";
      }
    }
    if (given.length < 3 && last < first) {
      step = -1;
    }
    return joined(call, first, last, step);
  }

  private static String joined(Call call, long first, long last, long step) {
    if (step == 0) {
      return "";
    }
    var out = new StringBuilder();
    for (long i = first; step > 0 ? i <= last : i >= last; i += step) {
      call.spend(1);
      if (!out.isEmpty()) {
        out.append(' ');
      }
      out.append(i);
    }
    return out.toString();
  }
}
