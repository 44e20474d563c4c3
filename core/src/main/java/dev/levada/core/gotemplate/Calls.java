package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.function.Signature;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.gotemplate.value.Types;
import java.util.List;

/// Calls functions and methods.
final class Calls {

  private Calls() {}

  /// @param node what an error of the function itself points at
  static Object call(Frame frame, Node node, Function function, Command command, Object piped) {
    count(frame, function, command, piped);
    if (function.body() instanceof Function.Unusable unusable) {
      throw frame.failure(unusable.why());
    }
    Object[] values = values(frame, function.signature(), command.operands(), piped);
    try {
      refuseNonFunction(function, command, values);
      Object value = function.body().call(frame.run, values);
      frame.boxed = false;
      return value;
    } catch (FunctionFailed | TemplateFailed failed) {
      frame.at = node;
      throw frame.failure("error calling " + function.name() + ": " + failed.getMessage(), failed);
    }
  }

  // `call` names what it was given as it stands in the template.
  private static void refuseNonFunction(Function function, Command command, Object[] values) {
    boolean fine = values.length == 0 || values[0] == Nil.NIL || values[0] instanceof Function;
    if (!function.name().equals("call") || fine) {
      return;
    }
    String type = Types.name(values[0]);
    String shown =
        command.operands().size() > 1
            ? command.operands().get(1).toString()
            : "<" + type + " Value>";
    throw new FunctionFailed("non-function " + shown + " of type " + type);
  }

  private static Object[] values(
      Frame frame, Signature signature, List<Operand> operands, Object piped) {
    int given = Math.max(operands.size() - 1, 0);
    var values = new Object[piped == Command.NOTHING ? given : given + 1];
    for (int i = 0; i < given; i++) {
      values[i] = Arguments.evaluate(frame, operands.get(i + 1), signature.parameter(i));
    }
    if (piped != Command.NOTHING) {
      values[given] = Arguments.check(frame, piped, false, signature.parameter(given));
    }
    return values;
  }

  static void count(Frame frame, Function function, Command command, Object piped) {
    int given = Math.max(command.operands().size() - 1, 0) + (piped == Command.NOTHING ? 0 : 1);
    Signature signature = function.signature();
    int fixed = signature.fixed();
    if (given >= fixed && (signature.variadic() || given == fixed)) {
      return;
    }
    String want = signature.variadic() ? "at least " + fixed : Integer.toString(fixed);
    throw frame.failure(
        "wrong number of args for " + function.name() + ": want " + want + " got " + given);
  }
}
