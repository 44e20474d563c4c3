package dev.levada.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class YamlRoundTripTest {

  @Property(tries = 2000)
  void whatIsWrittenReadsAsTheSame(@ForAll("nodes") Node node) {
    String text = YamlWriter.text(new Mapping().put("v", node));

    for (YamlRules rules : YamlRules.values()) {
      assertThat(read(text, rules).sameValue(new Mapping().put("v", node))).as(text).isTrue();
    }
  }

  @Property(tries = 1000)
  void anotherReaderSeesTheSameStrings(@ForAll("documents") Mapping document) {
    String text = YamlWriter.text(document);

    assertThat(new Load(LoadSettings.builder().build()).loadFromString(text))
        .as(text)
        .isEqualTo(document.isEmpty() ? Map.of() : document.texts());
  }

  @Property(tries = 500)
  void writingIsStable(@ForAll("nodes") Node node) {
    String text = YamlWriter.text(new Mapping().put("v", node));

    assertThat(YamlWriter.text(read(text, YamlRules.RESOURCE_V3))).isEqualTo(text);
  }

  private static Node read(String text, YamlRules rules) {
    return YamlReader.documents(text.getBytes(StandardCharsets.UTF_8), rules).getFirst();
  }

  @Provide
  Arbitrary<Mapping> documents() {
    return Arbitraries.maps(
            keys().filter(YamlRoundTripTest::isNoEndlessNumber),
            texts().filter(YamlRoundTripTest::isNoEndlessNumber))
        .ofMaxSize(5)
        .map(Mapping::ofTexts);
  }

  /// What is beyond the largest number is a text to Go and stands without quotes; the other reader
  /// takes it for infinity.
  private static boolean isNoEndlessNumber(String text) {
    return !text.matches("[0-9.]+[eE][0-9]{3,}");
  }

  @Provide
  Arbitrary<Node> nodes() {
    return nodes(3);
  }

  private static Arbitrary<Node> nodes(int depth) {
    if (depth == 0) {
      return scalars();
    }
    return Arbitraries.oneOf(
        List.of(
            scalars(),
            Arbitraries.lazy(() -> nodes(depth - 1)).list().ofMaxSize(3).map(Sequence::new),
            Arbitraries.maps(keys(), Arbitraries.lazy(() -> nodes(depth - 1)))
                .ofMaxSize(4)
                .map(YamlRoundTripTest::mapping)));
  }

  private static Node mapping(Map<String, Node> entries) {
    var mapping = new Mapping();
    entries.forEach(mapping::put);
    return mapping;
  }

  private static Arbitrary<String> keys() {
    return texts().filter(text -> !text.equals("<<"));
  }

  private static Arbitrary<Node> scalars() {
    return Arbitraries.oneOf(
        texts().map(text -> new Scalar(Scalar.Kind.STRING, text, true)),
        Arbitraries.longs().map(Scalar::of),
        Arbitraries.of(Scalar.NULL, Scalar.of(true), Scalar.of(false)),
        Arbitraries.doubles()
            .map(number -> new Scalar(Scalar.Kind.FLOAT, Double.toString(number), false)));
  }

  private static Arbitrary<String> texts() {
    Arbitrary<String> odd =
        Arbitraries.of(
            "yes",
            "No",
            "~",
            "null",
            "",
            "1_000",
            "0x1F",
            "017",
            "1e3",
            ".5",
            "2001-01-01",
            "<<",
            "=",
            "- a",
            "a: b",
            "a #b",
            "# a",
            "'",
            "\"",
            "\\",
            "a\n",
            "\n",
            "a\n\n",
            " a",
            "a ",
            "---",
            "...",
            "|",
            ">",
            "%",
            "@",
            "\t",
            "\r",
            "\u0007",
            "\uD83D\uDE00",
            "a\n b\n");
    Arbitrary<String> words =
        Arbitraries.strings().withChars("ab1 .:-#'\"\n\u00e9").ofMaxLength(200);
    return Arbitraries.oneOf(odd, words, Arbitraries.strings().alpha().numeric().ofMaxLength(12));
  }
}
