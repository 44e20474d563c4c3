package dev.levada.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class QuickReaderTest {

  @Property(tries = 20_000)
  void whatItReadsTheFullReaderReadsAlike(@ForAll long seed, @ForAll YamlRules rules) {
    String text = new YamlTexts(seed).next();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    // Separators are cut out before. Tabs and a last line of nothing but blanks the full reader
    // sees otherwise than Go; the quick one is right.
    boolean blanks = text.endsWith(" ") || text.contains("\t");
    if (text.contains("\n---") || blanks || !Utf8.isOrdinary(bytes)) {
      return;
    }
    String quick;
    try {
      Node node = new QuickReader(bytes, rules).document(0, bytes.length);
      boolean isEmpty = node instanceof Scalar scalar && scalar.isNull(); // left out by readers
      quick = String.valueOf(isEmpty ? null : node);
    } catch (UnusualYaml | MalformedManifest left) {
      return;
    }

    try {
      List<Node> documents = FullReader.documents(text, rules, 1);
      Node full = documents.isEmpty() ? null : documents.getFirst();
      assertThat(quick).as(text).isEqualTo(String.valueOf(full));
    } catch (MalformedManifest e) {
      // Go reads these, as the quick reader does.
      assertThat(e)
          .as(text)
          .message()
          .containsAnyOf(
              "leading empty lines contain more spaces", "found character that cannot start any");
    }
  }
}
