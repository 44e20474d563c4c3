package dev.levada.core.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.core.gotemplate.builtin.Builtins;
import dev.levada.core.gotemplate.function.FunctionTable;
import dev.levada.core.gotemplate.value.Nil;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A template can neither hang nor exhaust the process.
class LimitsTest {

  private static final Limits SMALL = new Limits(100_000, 10_000, 1000, () -> false);

  @Test
  void anEndlessRecursionEndsWithGoWords() {
    assertThatThrownBy(
            () -> run("{{ define \"x\" }}{{ template \"x\" }}{{ end }}{{ template \"x\" }}", SMALL))
        .isInstanceOf(TemplateFailed.class)
        .hasMessageEndingWith("exceeded maximum template depth (1000)");
  }

  @Test
  void aRecursionDeeperThanTheStackEndsWithTheSameWords() {
    var deep = new Limits(Long.MAX_VALUE / 2, 10_000, 10_000_000, () -> false);
    assertThatThrownBy(
            () -> run("{{ define \"x\" }}{{ template \"x\" }}{{ end }}{{ template \"x\" }}", deep))
        .isInstanceOf(TemplateFailed.class)
        .hasMessageContaining("exceeded maximum template depth");
  }

  @Test
  void aHugeRangeTakesTooManySteps() {
    assertThatThrownBy(() -> run("{{ range 1000000000 }}{{ end }}", SMALL))
        .isInstanceOf(LimitExceeded.class)
        .hasMessageContaining("more than 100000 steps");
  }

  @Test
  void tooMuchOutputIsRefused() {
    assertThatThrownBy(() -> run("{{ range 2000 }}0123456789{{ end }}", SMALL))
        .isInstanceOf(LimitExceeded.class)
        .hasMessageContaining("writes more than 10000 characters");
  }

  @Test
  void anInterruptEndsTheExecution() {
    var asked = new AtomicInteger();
    var limits = new Limits(Long.MAX_VALUE / 2, 10_000, 1000, () -> asked.incrementAndGet() > 3);
    assertThatThrownBy(() -> run("{{ range 1000000000 }}{{ end }}", limits))
        .isInstanceOf(LimitExceeded.class)
        .hasMessageContaining("its time is over");
  }

  @Test
  void deeplyNestedParenthesesAreRefused() {
    String text = "{{ " + "(".repeat(5000) + "1" + ")".repeat(5000) + " }}";
    assertThatThrownBy(() -> run(text, SMALL))
        .isInstanceOf(ParseFailed.class)
        .hasMessageContaining("nested more than");
  }

  @Test
  void deeplyNestedActionsAreRefused() {
    String text = "{{ if 1 }}".repeat(5000) + "{{ end }}".repeat(5000);
    assertThatThrownBy(() -> run(text, SMALL))
        .isInstanceOf(ParseFailed.class)
        .hasMessageContaining("nested more than");
  }

  @Test
  void aTextOfTheSameSetIsSeenByWhatItCallsOnly() {
    var set =
        TemplateSet.empty(FunctionTable.of(Builtins.all()))
            .with("a", "{{ define \"x\" }}1{{ end }}");
    var more = set.with("b", "{{ define \"x\" }}2{{ end }}{{ template \"x\" }}");
    assertThat(more.defines("b")).isTrue();
    assertThat(set.defines("b")).isFalse();
    assertThat(start(more, SMALL).run("b", Nil.NIL)).isEqualTo("2");
    assertThat(start(set, SMALL).run("x", Nil.NIL)).isEqualTo("1");
  }

  private static String run(String text, Limits limits) {
    return start(TemplateSet.empty(FunctionTable.of(Builtins.all())).with("t", text), limits)
        .run("t", Nil.NIL);
  }

  private static Execution start(TemplateSet set, Limits limits) {
    return set.start(new Environment(Instant.EPOCH, new Random(1), new Object()), limits);
  }
}
