package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.function.Parameter;
import dev.levada.core.gotemplate.number.Unsigned;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.Kind;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.gotemplate.value.Types;
import java.util.Optional;
import java.util.OptionalLong;

/// Fits arguments to the parameters of functions.
final class Arguments {

  private Arguments() {}

  /// The value of an operand, as a parameter wants it.
  static Object evaluate(Frame frame, Operand operand, Parameter parameter) {
    frame.at = operand;
    if (operand instanceof Literal literal && !parameter.isAny()) {
      return literal(frame, literal, parameter);
    }
    Object value = operand.value(frame);
    return parameter.isAny()
        ? any(frame, value, parameter)
        : check(frame, value, frame.boxed, parameter);
  }

  private static Object any(Frame frame, Object value, Parameter parameter) {
    return value == Nil.NIL && frame.boxed ? parameter.boxedNil() : value;
  }

  /// A value, as a parameter wants it.
  static Object check(Frame frame, Object value, boolean boxed, Parameter parameter) {
    if (parameter.isAny() || parameter.accepts().test(value)) {
      return value;
    }
    if (value == Nil.NIL && !boxed) {
      return nil(parameter)
          .orElseThrow(() -> frame.failure("invalid value; expected " + parameter.goName()));
    }
    String type = value == Nil.NIL ? "interface {}" : Types.name(value);
    throw frame.failure("wrong type for value; expected " + parameter.goName() + "; got " + type);
  }

  private static Optional<Object> nil(Parameter parameter) {
    return switch (parameter.kind()) {
      case MAP -> Optional.of(GoMap.nil());
      case SLICE -> Optional.of(GoList.NIL);
      case PTR, FUNC, INVALID -> Optional.of(Nil.NIL);
      default -> Optional.empty();
    };
  }

  private static Object literal(Frame frame, Literal literal, Parameter parameter) {
    if (literal.value() == Nil.NIL) {
      return nil(parameter)
          .orElseThrow(() -> frame.failure("cannot assign nil to " + parameter.goName()));
    }
    Optional<Object> value =
        switch (parameter.kind()) {
          case BOOL -> ofType(literal, Boolean.class);
          case STRING -> ofType(literal, String.class);
          case INT, INT64 -> whole(literal, parameter);
          default -> rare(literal, parameter.kind());
        };
    return value.orElseThrow(() -> frame.failure(refusal(literal, parameter)));
  }

  private static Optional<Object> rare(Literal literal, Kind kind) {
    NumberForms number = literal.number();
    return switch (kind) {
      case FLOAT64 ->
          number.decimal().isPresent()
              ? Optional.of(number.decimal().getAsDouble())
              : Optional.empty();
      case UINT8, UINT64 ->
          number.unsigned().isPresent()
              ? Optional.of(Unsigned.of64(number.unsigned().getAsLong()))
              : Optional.empty();
      case COMPLEX128 -> number.complex().map(complex -> complex);
      default -> Optional.empty();
    };
  }

  private static Optional<Object> ofType(Literal literal, Class<?> type) {
    return type.isInstance(literal.value()) ? Optional.of(literal.value()) : Optional.empty();
  }

  private static Optional<Object> whole(Literal literal, Parameter parameter) {
    OptionalLong number = literal.number().integer();
    return number.isPresent()
        ? Optional.of(parameter.whole().apply(number.getAsLong()))
        : Optional.empty();
  }

  private static String refusal(Literal literal, Parameter parameter) {
    String wanted =
        switch (parameter.kind()) {
          case BOOL -> "bool";
          case STRING -> "string";
          case INT, INT64 -> "integer";
          case UINT8, UINT64 -> "unsigned integer";
          case FLOAT64 -> "float";
          case COMPLEX128 -> "complex";
          default -> "";
        };
    return wanted.isEmpty()
        ? "can't handle " + literal + " for arg of type " + parameter.goName()
        : "expected " + wanted + "; found " + literal;
  }
}
