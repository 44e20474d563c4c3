package dev.levada.core.kustomize.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.kustomize.differential.Comparison.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A difference is explained only by what its kind says, and each kind stands on the page.
class ExplanationTest {

  @Test
  void thePageTellsEachKind() throws IOException {
    String page = Files.readString(Path.of(System.getProperty("levada.root"), "docs/rendering.md"));

    assertThat(page.lines().filter(line -> line.startsWith("| `")).map(line -> line.split("`")[1]))
        .containsExactlyElementsOf(Arrays.stream(Explanation.values()).map(Enum::name).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "kind: Other~  name: a-bcdfghkmt2, kind: Other~  name: a-2456789bcd, true",
    "kind: Secret~  name: a-bcdfghkmt2, kind: Secret~  name: a-2456789bcd, false",
    "kind: Other~  name: a-bcdfghkmt2, kind: Other~  name: b-2456789bcd, false",
    "'  replicas: 9007199254740993~', '  replicas: 9007199254740992~', true",
    "'  replicas: 9007199254740993~', '  replicas: 9007199254741992~', false",
  })
  void anOutputIsExplainedOrNot(String ours, String theirs, boolean explained) {
    assertExplained(Verdict.OTHER_OUTPUT, ours, theirs, explained);
  }

  @ParameterizedTest
  @CsvSource({
    "line 3: key \"a\" already defined at line 2, line 4: key \"a\" already defined at line 2, true",
    "line 3: key \"a\" already defined at line 2, line 3: key \"b\" already defined at line 2, false",
    "'x: may not add resource with an already registered id: A', 'panic: may not add resource with an already registered id: A~~go', true",
    "'x: may not add resource with an already registered id: A', 'panic: may not add resource with an already registered id: B~~go', false",
    "trouble configuring builtin PatchJson6902Transformer with config: `~{}~`: must specify the target name, panic: runtime error: invalid memory address or nil pointer dereference~~go, true",
    "trouble configuring builtin PatchJson6902Transformer with config: `~target: {}~`: must specify the target name, panic: runtime error: invalid memory address or nil pointer dereference~~go, false",
    "yaml: line 4: found a tab character where an indentation space is expected, {}: yaml: line 5: found a tab character where an indentation space is expected, true",
    "yaml: line 4: found a tab character where an indentation space is expected, yaml: line 5: found a tab, false",
    "a: merging config: failed to merge Images fieldSpec, a: merging config &{[a]~(b)}: failed to merge Images fieldSpec, true",
    "a: merging config: failed to merge Images fieldSpec, a: merging config &{[a]~(b)}: failed to merge Labels fieldSpec, false",
    "a, a~~**** Too many possible referral targets to referrer:~kind: Pod, true",
    "a, b~~**** Too many possible referral targets to referrer:~kind: Pod, false",
    "'namespace transformation produces ID conflict: [{\"a\":1}]', 'namespace transformation produces ID conflict: [{\"a\":\"1\"}]', true",
    "'namespace transformation produces ID conflict: [{\"a\":1}]', 'namespace transformation produces ID conflict: [{\"a\":\"2\"}]', false",
  })
  void anErrorIsExplainedOrNot(String ours, String theirs, boolean explained) {
    assertExplained(Verdict.OTHER_ERROR, ours, theirs, explained);
  }

  private static void assertExplained(
      Verdict verdict, String ours, String theirs, boolean explained) {
    var seen = new Comparison(verdict, ours.replace('~', '\n'), theirs.replace('~', '\n'));

    assertThat(Explanation.of(seen).isPresent()).isEqualTo(explained);
  }
}
