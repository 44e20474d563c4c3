package dev.levada.core.gotemplate.value;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Deep equality as Go has it: types count, so 1, 1.0 and "1" differ, and a nil list is no empty
/// list.
public final class Equality {

  private static final int DEEPEST = 10_000;

  private Equality() {}

  /// Whether two values are deeply equal.
  public static boolean deep(Object a, Object b) {
    return deep(a, b, 0);
  }

  private static boolean deep(Object a, Object b, int depth) {
    return switch (a) {
      case GoMap left when b instanceof GoMap right -> maps(left, right, depth + 1);
      case GoSlice left when b instanceof GoSlice right -> slices(left, right, depth + 1);
      case Double left when b instanceof Double right -> (double) left == (double) right;
      case GoObject left when b instanceof GoObject right -> objects(left, right);
      default -> a.equals(b);
    };
  }

  private static boolean objects(GoObject a, GoObject b) {
    boolean sameType = a.typeName().equals(b.typeName());
    return sameType && (a.equals(b) || (a.kind() == Kind.PTR && a.text().equals(b.text())));
  }

  private static boolean maps(GoMap a, GoMap b, int depth) {
    boolean alike = a.type().equals(b.type()) && a.isNil() == b.isNil() && a.size() == b.size();
    return alike
        && (depth > DEEPEST
            || Arrays.stream(a.keys())
                .allMatch(key -> b.has(key) && deep(a.get(key), b.get(key), depth)));
  }

  private static boolean slices(GoSlice a, GoSlice b, int depth) {
    boolean alike = a.type().equals(b.type()) && a.isNil() == b.isNil() && a.size() == b.size();
    return alike
        && (depth > DEEPEST
            || IntStream.range(0, a.size()).allMatch(i -> deep(a.get(i), b.get(i), depth)));
  }
}
