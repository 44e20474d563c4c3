package dev.levada.core.gotemplate.function;

/// A function cannot go on. The message is Go's; the evaluator puts `error calling NAME: ` before.
public class FunctionFailed extends RuntimeException {

  /// @param message Go's text
  public FunctionFailed(String message) {
    super(message, null, false, false);
  }

  /// @param message Go's text
  /// @param cause the failure of a template or another function below this one
  public FunctionFailed(String message, Throwable cause) {
    super(message, cause, false, false);
  }
}
