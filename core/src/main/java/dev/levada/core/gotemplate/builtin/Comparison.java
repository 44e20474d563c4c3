package dev.levada.core.gotemplate.builtin;

import dev.levada.core.gotemplate.format.Printf;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.number.Complex;
import dev.levada.core.gotemplate.number.Int64;
import dev.levada.core.gotemplate.number.Unsigned;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoObject;
import dev.levada.core.gotemplate.value.GoSlice;
import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.gotemplate.value.Types;

/// `eq`, `lt` and their kin: values of one family compare, others are an error.
final class Comparison {

  private Comparison() {}

  private enum Family {
    NONE,
    BOOL,
    COMPLEX,
    FLOAT,
    INTEGER,
    UNSIGNED,
    STRING;

    boolean isWhole() {
      return this == INTEGER || this == UNSIGNED;
    }
  }

  private static Family family(Object value) {
    return switch (value) {
      case String _ -> Family.STRING;
      case Long _, Int64 _ -> Family.INTEGER;
      case Double _ -> Family.FLOAT;
      case Boolean _ -> Family.BOOL;
      case Unsigned _ -> Family.UNSIGNED;
      case Complex _ -> Family.COMPLEX;
      case GoObject object when object.kind().isSigned() -> Family.INTEGER;
      default -> Family.NONE;
    };
  }

  /// Whether the first equals any of the others.
  static boolean equal(Object[] values) {
    if (values.length < 2) {
      throw new FunctionFailed("missing argument for comparison");
    }
    for (int i = 1; i < values.length; i++) {
      if (equal(values[0], values[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean equal(Object a, Object b) {
    Family left = family(a);
    Family right = family(b);
    if (left == right) {
      return left == Family.NONE ? equalOthers(a, b) : equalOf(left, a, b);
    }
    if (left.isWhole() && right.isWhole()) {
      return number(a) == number(b) && number(a) >= 0;
    }
    if (a != Nil.NIL && b != Nil.NIL) {
      throw incompatible(a, b);
    }
    return false;
  }

  private static boolean equalOf(Family family, Object a, Object b) {
    return switch (family) {
      case INTEGER, UNSIGNED -> number(a) == number(b);
      case FLOAT -> (double) (Double) a == (double) (Double) b;
      default -> a.equals(b);
    };
  }

  private static boolean equalOthers(Object a, Object b) {
    if (a == Nil.NIL || b == Nil.NIL) {
      return a.equals(b);
    }
    if (!isComparable(a) || !isComparable(b)) {
      throw nonComparable(a, b);
    }
    return a.equals(b);
  }

  private static boolean isComparable(Object value) {
    return !(value instanceof GoMap) && !(value instanceof GoSlice);
  }

  private static FunctionFailed nonComparable(Object a, Object b) {
    String left = Types.name(a);
    String right = Types.name(b);
    if (!left.equals(right)) {
      return new FunctionFailed(
          Printf.format("non-comparable types %s: %s, %s: %v", a, left, right, b));
    }
    return new FunctionFailed(Printf.format("non-comparable type %s: %s", a, left));
  }

  private static FunctionFailed incompatible(Object a, Object b) {
    return new FunctionFailed(
        "incompatible types for comparison: " + Types.name(a) + " and " + Types.name(b));
  }

  static boolean less(Object a, Object b) {
    Family left = family(a);
    Family right = family(b);
    if (left == Family.NONE || right == Family.NONE) {
      throw new FunctionFailed("invalid type for comparison");
    }
    if (left != right) {
      return lessWhole(a, left, b, right);
    }
    return switch (left) {
      case INTEGER -> number(a) < number(b);
      case UNSIGNED -> Long.compareUnsigned(number(a), number(b)) < 0;
      case FLOAT -> (Double) a < (Double) b;
      case STRING -> GoStrings.compare((String) a, (String) b) < 0;
      case NONE, BOOL, COMPLEX -> throw new FunctionFailed("invalid type for comparison");
    };
  }

  private static boolean lessWhole(Object a, Family left, Object b, Family right) {
    if (!left.isWhole() || !right.isWhole()) {
      throw incompatible(a, b);
    }
    long x = number(a);
    long y = number(b);
    if (left == Family.INTEGER) {
      return x < 0 || Long.compareUnsigned(x, y) < 0;
    }
    return y >= 0 && Long.compareUnsigned(x, y) < 0;
  }

  static boolean lessOrEqual(Object a, Object b) {
    return less(a, b) || equal(a, b);
  }

  private static long number(Object value) {
    return switch (value) {
      case Long number -> number;
      case Int64 number -> number.value();
      case Unsigned number -> number.value();
      case GoObject object -> number(object.plain());
      default -> 0;
    };
  }
}
