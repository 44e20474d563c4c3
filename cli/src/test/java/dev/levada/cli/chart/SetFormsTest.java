package dev.levada.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.helm.values.SetInvalid;
import dev.levada.core.helm.values.ValueSources;
import dev.levada.core.sprig.encoding.EncodingFailed;
import dev.levada.core.sprig.encoding.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each line of `set-forms.txt`: a flag, what follows it, and what helm 4.2.4 makes of it, parted
/// by tabs.
class SetFormsTest {

  private static final Path FORMS =
      Path.of(System.getProperty("levada.root"), "cli/src/test/resources/set-forms.txt");

  @TestFactory
  Stream<DynamicTest> everyFormIsReadAsHelmReadsIt() throws IOException {
    return Files.readAllLines(FORMS).stream()
        .map(line -> line.split("\t", -1))
        .map(parts ->
            DynamicTest.dynamicTest(
                parts[0] + " " + parts[1],
                () -> assertThat(read(parts[0], parts[1])).isEqualTo(parts[2])));
  }

  private static String read(String flag, String text) throws EncodingFailed {
    try {
      GoMap values = sources(flag, List.of(text)).merge(name -> "content\n");
      return JsonWriter.compact(values, true);
    } catch (SetInvalid e) {
      return "Error: " + e.text();
    }
  }

  private static ValueSources sources(String flag, List<String> texts) {
    List<String> none = List.of();
    return new ValueSources(
        List.of(),
        flag.equals("--set-json") ? texts : none,
        flag.equals("--set") ? texts : none,
        flag.equals("--set-string") ? texts : none,
        flag.equals("--set-file") ? texts : none,
        flag.equals("--set-literal") ? texts : none);
  }
}
