package dev.levada.core.helm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.sprig.encoding.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// Each line of `cases/formats/formats.txt` is a format, a text in JSON, and what helm 4.2.4 says
/// of the text where it is not of the format, parted by tabs.
class FormatTextTest {

  private static final Path CASES =
      Path.of(System.getProperty("levada.root", ".."))
          .resolve("core/src/test/resources/cases/formats/formats.txt");

  @Test
  void textsAreJudgedAsHelmJudgesThem() throws Exception {
    var wrong = new ArrayList<String>();
    for (String line : Files.readAllLines(CASES)) {
      String[] parts = line.split("\t", -1);
      var text = (String) JsonReader.read(parts[1]);
      String said =
          FormatText.problem(parts[0], text).isEmpty() ? "" : FormatText.of(parts[0], text);
      if (!said.equals(parts[2])) {
        wrong.add(line + "\n   levada " + said);
      }
    }
    assertThat(wrong).isEmpty();
  }
}
