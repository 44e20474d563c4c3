package dev.levada.core.gotemplate.function;

/// A function that templates call. Its arguments were converted and counted by the signature.
///
/// @param name how templates call it, and what errors say
/// @param signature what it takes
/// @param body what it does
public record Function(String name, Signature signature, Body body) {

  /// What a function does with arguments that fit its signature; those of a variadic function stand
  /// one by one at the end.
  @FunctionalInterface
  public interface Body {

    /// The function's result.
    ///
    /// @throws FunctionFailed with Go's text
    Object call(Call call, Object[] arguments);
  }

  /// A function of a fixed number of arguments.
  public static Function of(String name, Body body, Parameter... parameters) {
    return new Function(name, Signature.of(parameters), body);
  }

  /// A function whose last parameter may be given any number of times.
  public static Function variadic(String name, Body body, Parameter... parameters) {
    return new Function(name, Signature.variadic(parameters), body);
  }

  /// A method that is there and that no template may call.
  ///
  /// @param why Go's text
  public static Function unusable(String name, String why) {
    return of(name, new Unusable(why));
  }

  /// What stands in the place of a body that templates may not call.
  ///
  /// @param why Go's text
  public record Unusable(String why) implements Body {

    @Override
    public Object call(Call call, Object[] arguments) {
      throw new FunctionFailed(why);
    }
  }

  /// The same function under another name.
  public Function as(String alias) {
    return new Function(alias, signature, body);
  }
}
