package dev.levada.core.gotemplate.value;

import dev.levada.core.gotemplate.number.Complex;
import dev.levada.core.gotemplate.number.Int64;
import dev.levada.core.gotemplate.number.Unsigned;

/// What Go would say of a value's type.
public final class Types {

  private Types() {}

  /// The type as `typeOf` and `%T` write it; `<nil>` for nil.
  public static String name(Object value) {
    return switch (value) {
      case String _ -> "string";
      case Long _ -> "int";
      case Double _ -> "float64";
      case Boolean _ -> "bool";
      case GoMap map -> map.type().goName();
      case GoSlice slice -> slice.type().goName();
      default -> rareName(value);
    };
  }

  /// The type of what a pointer leads to, or of what is none.
  public static String pointed(Object value) {
    String name = name(value);
    return name.startsWith("*") ? name.substring(1) : name;
  }

  private static String rareName(Object value) {
    return switch (value) {
      case Nil _ -> "<nil>";
      case Int64 _ -> "int64";
      case Unsigned unsigned -> unsigned.bits() == 8 ? "uint8" : "uint64";
      case Complex _ -> "complex128";
      case GoObject object -> object.typeName();
      default -> "func()";
    };
  }

  /// The value's kind.
  public static Kind kind(Object value) {
    return switch (value) {
      case String _ -> Kind.STRING;
      case Long _ -> Kind.INT;
      case Double _ -> Kind.FLOAT64;
      case Boolean _ -> Kind.BOOL;
      case GoMap _ -> Kind.MAP;
      case GoSlice _ -> Kind.SLICE;
      default -> rareKind(value);
    };
  }

  private static Kind rareKind(Object value) {
    return switch (value) {
      case Nil _ -> Kind.INVALID;
      case Int64 _ -> Kind.INT64;
      case Unsigned unsigned -> unsigned.bits() == 8 ? Kind.UINT8 : Kind.UINT64;
      case Complex _ -> Kind.COMPLEX128;
      case GoObject object -> object.kind();
      default -> Kind.FUNC;
    };
  }

  /// Whether `if` takes a value for true: anything but nil, false, zero and what is empty.
  public static boolean isTrue(Object value) {
    return switch (value) {
      case Boolean bool -> bool;
      case String text -> !text.isEmpty();
      case Nil _ -> false;
      case GoMap map -> map.size() > 0;
      case GoSlice slice -> slice.size() > 0;
      default -> isTrueNumber(value);
    };
  }

  private static boolean isTrueNumber(Object value) {
    return switch (value) {
      case Long number -> number != 0;
      case Double number -> number != 0;
      case Int64 number -> number.value() != 0;
      case Unsigned number -> number.value() != 0;
      case Complex complex -> complex.real() != 0 || complex.imaginary() != 0;
      case GoObject object -> isTrueObject(object);
      default -> true;
    };
  }

  private static boolean isTrueObject(GoObject object) {
    return !object.kind().isSigned() || isTrue(object.plain());
  }
}
