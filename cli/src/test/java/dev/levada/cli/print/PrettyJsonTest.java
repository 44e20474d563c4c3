package dev.levada.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Node;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrettyJsonTest {

  @Test
  void aLevelIsTwoSpaces() {
    assertThat(PrettyJson.text(read("{\"a\":[1,{\"b\":null}],\"c\":{},\"d\":[]}")))
        .isEqualTo(
            """
            {
              "a": [
                1,
                {
                  "b": null
                }
              ],
              "c": {},
              "d": []
            }
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "\"a \\\" quote\\n\"", "{\"a\\tb\":[true,1.5,[[]]]}"})
  void theSameValueComesBack(String json) {
    Node node = read(json);

    assertThat(read(PrettyJson.text(node)).sameValue(node)).isTrue();
  }

  private static Node read(String json) {
    return Json.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
