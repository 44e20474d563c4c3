package dev.levada.core.gotemplate;

import dev.levada.core.gotemplate.builtin.Builtins;
import dev.levada.core.gotemplate.function.FunctionTable;
import dev.levada.core.gotemplate.value.GoMap;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Texts put together from the pieces of templates are parsed or refused, and what was parsed ends
/// in a typed way, twice the same.
class ParserProperties {

  private static final FunctionTable FUNCTIONS = FunctionTable.of(Builtins.all());
  private static final Limits SMALL = new Limits(20_000, 20_000, 100, () -> false);
  private static final List<String> PIECES =
      List.of(
          "{{",
          "}}",
          "{{-",
          "-}}",
          " ",
          "if",
          "else",
          "end",
          "range",
          "with",
          "define",
          "template",
          "block",
          "$x",
          ":=",
          "=",
          ",",
          "|",
          "(",
          ")",
          ".",
          ".a",
          ".a.b",
          "$",
          "1",
          "2.5",
          "'a'",
          "\"t\"",
          "`r`",
          "nil",
          "true",
          "and",
          "or",
          "eq",
          "len",
          "index",
          "printf",
          "\n",
          "/*",
          "*/",
          "0x1",
          "1_0",
          "break",
          "continue",
          "text",
          "é");

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join(" ", pieces));
  }

  @Property(tries = 3000)
  void anyTextIsParsedOrRefusedTwiceTheSame(@ForAll("texts") String text) {
    String first = outcome(text);
    org.assertj.core.api.Assertions.assertThat(outcome(text)).isEqualTo(first);
  }

  private static String outcome(String text) {
    GoMap data = GoMap.create();
    data.put("a", 1L);
    try {
      return TemplateSet.empty(FUNCTIONS)
          .with("t", text)
          .start(new Environment(Instant.EPOCH, new Random(1), new Object()), SMALL)
          .run("t", data);
    } catch (ParseFailed | TemplateFailed | LimitExceeded refused) {
      return String.valueOf(refused.getMessage());
    }
  }
}
