package dev.levada.core.helm.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What users are told beside Go's words.
class TemplateHintTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "nil pointer evaluating interface {}.tag | What .tag is asked of has no value",
        "can't evaluate field host in type interface {} | no table with that key",
        "error calling eq: incompatible types for comparison: float64 and int | `int` or `float64`",
        "range can't iterate over 5 | give a list",
        "wrong type for value; expected string; got float64 | takes string and was given float64",
        "error calling include: no template \"shop.name\" associated | Define \"shop.name\"",
        "error calling index: reflect: slice index out of range | shorter",
        "error calling b64dec: something else | Correct the template at a.yaml:1:2"
      })
  void anErrorComesWithItsCauseAndWhatToDo(String said, String told) {
    assertThat(TemplateHint.of(said, "a.yaml:1:2")).contains("a.yaml:1:2").contains(told);
  }
}
