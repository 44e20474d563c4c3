package dev.levada.core.gotemplate;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.levada.core.gotemplate.builtin.Builtins;
import dev.levada.core.gotemplate.function.FunctionTable;
import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.gotemplate.value.Nil;
import java.time.Instant;
import java.util.Random;

/// Whatever the bytes, a text is parsed or refused, and what was parsed ends in a typed way.
class ParserFuzzTest {

  private static final FunctionTable FUNCTIONS = FunctionTable.of(Builtins.all());
  private static final Limits SMALL = new Limits(20_000, 20_000, 100, () -> false);

  @FuzzTest
  void anyTextIsParsedOrRefused(byte[] bytes) {
    try {
      var set = TemplateSet.empty(FUNCTIONS).with("t", GoStrings.of(bytes));
      set.start(new Environment(Instant.EPOCH, new Random(1), new Object()), SMALL)
          .run("t", Nil.NIL);
    } catch (ParseFailed | TemplateFailed | LimitExceeded expected) {
      // Refused, as it should be.
    }
  }
}
