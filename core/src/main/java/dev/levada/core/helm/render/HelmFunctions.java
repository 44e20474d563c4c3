package dev.levada.core.helm.render;

import dev.levada.core.gotemplate.ParseFailed;
import dev.levada.core.gotemplate.TemplateFailed;
import dev.levada.core.gotemplate.format.Quotes;
import dev.levada.core.gotemplate.function.Call;
import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionFailed;
import dev.levada.core.gotemplate.function.Parameter;
import dev.levada.core.gotemplate.value.Nil;
import java.util.List;

/// The functions that need the chart around them: include, tpl, required, fail, lookup.
final class HelmFunctions {

  private static final String TPL = "gotpl";
  private static final String NO_VALUE = "<no value>";

  private HelmFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("include", HelmFunctions::include, Parameter.STRING, Parameter.ANY),
        Function.of("tpl", HelmFunctions::tpl, Parameter.STRING, Parameter.ANY),
        Function.of("required", (_, given) -> required(given), Parameter.STRING, Parameter.ANY),
        Function.of("fail", (_, given) -> refused(given), Parameter.STRING),
        Function.of("getHostByName", (_, _) -> "", Parameter.STRING),
        Function.of(
            "lookup",
            HelmFunctions::lookup,
            Parameter.STRING,
            Parameter.STRING,
            Parameter.STRING,
            Parameter.STRING));
  }

  private static Object include(Call call, Object[] arguments) {
    String name = (String) arguments[0];
    RenderState state = call.host(RenderState.class);
    state.enter(name);
    try {
      return call.render(name, arguments[1]);
    } finally {
      state.leave(name);
    }
  }

  private static Object tpl(Call call, Object[] arguments) {
    String text = (String) arguments[0];
    RenderState state = call.host(RenderState.class);
    state.enter(TPL);
    try {
      return withoutNoValue(call.renderText(TPL, text, arguments[1]));
    } catch (ParseFailed e) {
      throw new FunctionFailed(
          "cannot parse template " + Quotes.quote(text) + ": " + e.getMessage(), e);
    } catch (TemplateFailed e) {
      throw new FunctionFailed(
          "error during tpl function execution for " + Quotes.quote(text) + ": " + e.getMessage(),
          e);
    } finally {
      state.leave(TPL);
    }
  }

  private static Object required(Object[] arguments) {
    Object value = arguments[1];
    if (value == Nil.NIL || value.equals("")) {
      throw new Refused((String) arguments[0]);
    }
    return value;
  }

  private static Object refused(Object[] arguments) {
    throw new Refused((String) arguments[0]);
  }

  private static Object lookup(Call call, Object[] arguments) {
    return call.host(RenderState.class)
        .lookup()
        .find(
            (String) arguments[0],
            (String) arguments[1],
            (String) arguments[2],
            (String) arguments[3]);
  }

  /// A missing value prints a text that nobody wants to see.
  static String withoutNoValue(String text) {
    return text.contains(NO_VALUE) ? text.replace(NO_VALUE, "") : text;
  }
}
