package dev.levada.core.sprig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.gotemplate.Environment;
import dev.levada.core.gotemplate.Limits;
import dev.levada.core.gotemplate.ParseFailed;
import dev.levada.core.gotemplate.TemplateFailed;
import dev.levada.core.gotemplate.TemplateSet;
import dev.levada.core.gotemplate.number.Int64;
import dev.levada.core.gotemplate.value.GoMap;
import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.gotemplate.value.MapType;
import dev.levada.core.gotemplate.value.Nil;
import dev.levada.core.sprig.encoding.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every expression of `cases/functions/*.txt` gives what the real helm gives: the text or the
/// error, byte for byte. `core/src/test/golden/make-function-vectors.py` answers them anew.
class FunctionVectorsTest {

  private static final Path CASES =
      Path.of(System.getProperty("levada.root", ".."))
          .resolve("core/src/test/resources/cases/functions");
  private static final String FILE = "v/templates/v";

  static List<Path> files() throws IOException {
    try (var files = Files.list(CASES)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void expressionsGiveWhatHelmGives(Path file) throws Exception {
    var wrong = new ArrayList<String>();
    var expected = new StringBuilder();
    String expression = "";
    int count = 0;
    for (String line : GoStrings.of(Files.readAllBytes(file)).split("\n", -1)) {
      if (line.startsWith("= ") || line.startsWith("! ")) {
        expected.append(expected.isEmpty() ? "" : "\n").append(line);
        continue;
      }
      if (!expression.isEmpty()) {
        check(expression, expected.toString(), wrong);
        count++;
      }
      expected.setLength(0);
      expression = line.startsWith("> ") ? line.substring(2) : "";
    }
    assertThat(count).isPositive();
    assertThat(wrong).withFailMessage(() -> report(wrong)).isEmpty();
  }

  private static String report(List<String> wrong) {
    return wrong.size()
        + " differ:\n"
        + String.join(
            "\n",
            wrong.subList(0, Math.min(wrong.size(), Integer.getInteger("vectors.shown", 20))));
  }

  private static void check(String expression, String expected, List<String> wrong)
      throws Exception {
    String given = answer(expression);
    if (!given.equals(expected)) {
      wrong.add("> " + expression + "\n   helm   " + expected + "\n   levada " + given);
    }
  }

  private static String answer(String expression) throws Exception {
    try {
      var set = TemplateSet.empty(SprigFunctions.table()).with(FILE, expression);
      var environment =
          new Environment(Instant.parse("2024-05-06T07:08:09Z"), new Random(1), new Object());
      String out = set.start(environment, Limits.USUAL).run(FILE, data());
      return "= " + out.replace("\n", "\n= ");
    } catch (TemplateFailed e) {
      return "! " + e.getMessage().replace("\n", "\n! ");
    } catch (ParseFailed e) {
      String text = e.text().substring(e.text().lastIndexOf(": ") + 1).strip();
      return "! parse error at (" + e.file() + ":" + e.line() + "): " + text.replace("\n", "\n! ");
    }
  }

  private static GoMap data() throws Exception {
    String text = Files.readString(CASES.resolve("values.yaml"));
    var values = (GoMap) YamlText.read(text);
    GoMap set = GoMap.create();
    set.put("int", Int64.of(3));
    set.put("negative", Int64.of(-7));
    set.put("big", Int64.of(9007199254740993L));
    values.put("set", set);
    var typed = new GoMap(new MapType("common.Values", "interface {}", Nil.NIL));
    for (String key : values.keys()) {
      typed.put(key, values.get(key));
    }
    GoMap data = GoMap.create();
    data.put("Values", typed);
    return data;
  }
}
