package dev.levada.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

  @ParameterizedTest
  @CsvSource({
    "yes, STRING, BOOLEAN",
    "n, STRING, BOOLEAN",
    "true, BOOLEAN, BOOLEAN",
    "0777, INTEGER, INTEGER",
    "1_000, INTEGER, INTEGER",
    "08, FLOAT, FLOAT",
    "1e3, FLOAT, FLOAT",
    "2001-01-01, TIMESTAMP, STRING",
    "2001-02-30, STRING, STRING",
    "~, NULL, NULL",
    "18446744073709551615, INTEGER, INTEGER",
    "18446744073709551616, FLOAT, FLOAT",
    "1.2.3, STRING, STRING"
  })
  void wordsMeanWhatTheirDialectSays(String text, Scalar.Kind resource, Scalar.Kind file) {
    assertThat(YamlReader.scalar(text, YamlRules.RESOURCE_V3).kind()).isEqualTo(resource);
    assertThat(YamlReader.scalar(text, YamlRules.KUSTOMIZATION_1_1).kind()).isEqualTo(file);
  }

  @Test
  void quotedTextStaysAString() {
    assertThat(((Mapping) read("a: \"5\"\nb: 5\n").getFirst()).get("a"))
        .isEqualTo(new Scalar(Scalar.Kind.STRING, "5", true));
  }

  @Test
  void emptyDocumentsAreLeftOut() {
    assertThat(read("---\n# nothing\n---\na: 1\n---\n")).hasSize(1);
  }

  @Test
  void aMistakeIsReportedWithItsLine() {
    assertThatThrownBy(() -> read("a: 1\nb: [\nc: }\n"))
        .isInstanceOf(MalformedManifest.class)
        .hasMessage("yaml: line 2: did not find expected node content");
    assertThatThrownBy(() -> read("a: 1\nb: 2\na: 3\n"))
        .hasMessage(
            "yaml: unmarshal errors:\n  line 3: mapping key \"a\" already defined at line 1");
  }

  @Test
  void deepNestingIsRefusedWithoutExhaustingTheStack() {
    assertThatThrownBy(() -> read("[".repeat(100_000)))
        .isInstanceOf(MalformedManifest.class)
        .hasMessageContaining("exceeded max depth");
  }

  @Test
  void aliasesThatMultiplyAreRefused() {
    var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      String below = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [")
          .append(String.join(", ", java.util.Collections.nCopies(9, below)))
          .append("]\n");
    }

    assertThatThrownBy(() -> read(bomb.toString()))
        .isInstanceOf(MalformedManifest.class)
        .hasMessageContaining("excessive aliasing");
  }

  @Test
  void aliasesThatNestAreRefused() {
    var tower = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 600; i++) {
      tower.append("a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
    }

    assertThatThrownBy(() -> read(tower.toString())).isInstanceOf(MalformedManifest.class);
  }

  @Test
  void anAnchorThatContainsItselfIsRefused() {
    assertThatThrownBy(() -> read("a: &a [*a]\n"))
        .isInstanceOf(MalformedManifest.class)
        .hasMessageContaining("anchor 'a' value contains itself");
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    assertThatThrownBy(
            () -> YamlReader.documents(new byte[] {'a', (byte) 0xff}, YamlRules.RESOURCE_V3))
        .isInstanceOf(MalformedManifest.class)
        .hasMessageContaining("not valid UTF-8");
  }

  private static List<Node> read(String text) {
    return YamlReader.documents(text.getBytes(StandardCharsets.UTF_8), YamlRules.RESOURCE_V3);
  }
}
