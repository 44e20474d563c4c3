package dev.levada.core.gotemplate.function;

import java.util.List;

/// What a function takes.
///
/// @param parameters the types of its arguments in order
/// @param variadic whether the last may be given any number of times, none included
public record Signature(List<Parameter> parameters, boolean variadic) {

  /// A fixed number of arguments.
  public static Signature of(Parameter... parameters) {
    return new Signature(List.of(parameters), false);
  }

  /// The last parameter any number of times.
  public static Signature variadic(Parameter... parameters) {
    return new Signature(List.of(parameters), true);
  }

  /// The fewest arguments.
  public int fixed() {
    return variadic ? parameters.size() - 1 : parameters.size();
  }

  /// The parameter that takes the argument at a place.
  public Parameter parameter(int index) {
    return parameters.get(Math.min(index, parameters.size() - 1));
  }
}
