package dev.levada.core.fuzz;

import dev.levada.core.gotemplate.Environment;
import dev.levada.core.gotemplate.LimitExceeded;
import dev.levada.core.gotemplate.Limits;
import dev.levada.core.gotemplate.ParseFailed;
import dev.levada.core.gotemplate.TemplateFailed;
import dev.levada.core.gotemplate.TemplateSet;
import dev.levada.core.gotemplate.function.FunctionTable;
import dev.levada.core.gotemplate.value.GoList;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.sprig.SprigFunctions;
import java.time.Instant;
import java.util.Random;

/// Any text as a template with all functions of charts: it is parsed or refused, and runs to its
/// end, its own failure or a limit.
public final class TemplateTarget {

  private static final FunctionTable FUNCTIONS = SprigFunctions.table();
  private static final Limits SMALL = new Limits(20_000, 20_000, 100, () -> false);

  private TemplateTarget() {}

  /// One input.
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      var set = TemplateSet.empty(FUNCTIONS).with("t", GoStrings.of(input));
      set.start(new Environment(Instant.EPOCH, new Random(1), new Object()), SMALL)
          .run("t", data());
    } catch (ParseFailed | TemplateFailed | LimitExceeded refused) {
      // As it should be.
    }
  }

  private static GoMap data() {
    GoMap values = GoMap.create();
    values.put("name", "web");
    values.put("port", 80.0);
    values.put("list", GoList.of("a", 1.0, true));
    GoMap data = GoMap.create();
    data.put("Values", values);
    return data;
  }
}
