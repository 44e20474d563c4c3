package dev.levada.core.gotemplate.function;

import dev.levada.core.gotemplate.number.Complex;
import dev.levada.core.gotemplate.number.Int64;
import dev.levada.core.gotemplate.value.GoBytes;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.Kind;
import dev.levada.core.gotemplate.value.MapType;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.gotemplate.value.SliceType;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/// The Go type of a function's parameter.
///
/// @param goName how Go writes it
/// @param kind which literals it takes; INVALID for `interface {}`, which takes all
/// @param accepts whether a value is of the type
/// @param boxedNil what a parameter that takes all is handed for a nil that a map or list held
/// @param whole what a whole number in the template's text becomes
public record Parameter(
    String goName,
    Kind kind,
    Predicate<Object> accepts,
    Object boxedNil,
    LongFunction<Object> whole) {

  /// A parameter of one class of values.
  private Parameter(String goName, Kind kind, Predicate<Object> accepts, Object boxedNil) {
    this(goName, kind, accepts, boxedNil, kind == Kind.INT64 ? Int64::of : Long::valueOf);
  }

  /// Any value, nil included.
  public static final Parameter ANY =
      new Parameter("interface {}", Kind.INVALID, _ -> true, Nil.NIL);

  /// Any value, for a function that tells a nil that a map or list held from the literal.
  public static final Parameter VALUE =
      new Parameter("reflect.Value", Kind.INVALID, _ -> true, HeldNil.HELD_NIL);

  /// The nil that a map or list held.
  public enum HeldNil {
    HELD_NIL
  }

  /// A string.
  public static final Parameter STRING = of("string", Kind.STRING, String.class);

  /// An int: a `Long`, no other number.
  public static final Parameter INT = of("int", Kind.INT, Long.class);

  /// An int64.
  public static final Parameter INT64 = of("int64", Kind.INT64, Int64.class);

  /// A float64.
  public static final Parameter FLOAT64 = of("float64", Kind.FLOAT64, Double.class);

  /// A bool.
  public static final Parameter BOOL = of("bool", Kind.BOOL, Boolean.class);

  /// A complex128.
  public static final Parameter COMPLEX = of("complex128", Kind.COMPLEX128, Complex.class);

  /// A table of values. Values of a named type with the same entries are handed over as they are.
  public static final Parameter MAP =
      new Parameter(
          MapType.ANY.goName(),
          Kind.MAP,
          value -> value instanceof GoMap map && map.type().boxed(),
          Nil.NIL);

  /// A list of any values.
  public static final Parameter LIST =
      new Parameter(
          SliceType.ANY.goName(),
          Kind.SLICE,
          value -> value instanceof GoList list && list.type().boxed(),
          Nil.NIL);

  /// A list of strings.
  public static final Parameter STRINGS =
      new Parameter(
          SliceType.STRINGS.goName(),
          Kind.SLICE,
          value -> value instanceof GoList list && list.type().element().equals("string"),
          Nil.NIL);

  /// Raw bytes.
  public static final Parameter BYTES = of("[]uint8", Kind.SLICE, GoBytes.class);

  /// A parameter of one class of values.
  public static Parameter of(String goName, Kind kind, Class<?> type) {
    return new Parameter(goName, kind, type::isInstance, Nil.NIL);
  }

  /// A parameter of a named integer type, which whole numbers in the template's text fit, too.
  public static Parameter ofWhole(String goName, Class<?> type, LongFunction<Object> whole) {
    return new Parameter(goName, Kind.INT64, type::isInstance, Nil.NIL, whole);
  }

  /// Whether this is `interface {}`.
  public boolean isAny() {
    return kind == Kind.INVALID;
  }
}
