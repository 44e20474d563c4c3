package dev.levada.core.substitute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Each line of `cases/substitute/expressions/in.txt` must become the line of `out.txt`, which was
/// written by Flux's own envsubst.
class ExpressionsTest {

  private static final Path CASES = Path.of("src/test/resources/cases/substitute/expressions");

  @Test
  void everyExpressionBecomesWhatEnvsubstMakesOfIt() throws IOException {
    var variables = (Mapping) Json.read(Files.readAllBytes(CASES.resolve("variables.json")));
    List<String> expressions = Files.readAllLines(CASES.resolve("in.txt"));
    List<String> wanted = Files.readAllLines(CASES.resolve("out.txt"));
    var differences = new ArrayList<String>();
    for (int i = 0; i < expressions.size(); i++) {
      String got = evaluate(expressions.get(i), variables.texts());
      if (!got.equals(wanted.get(i))) {
        differences.add(expressions.get(i) + " became " + got + ", not " + wanted.get(i));
      }
    }
    assertThat(expressions).hasSameSizeAs(wanted);
    assertThat(differences).isEmpty();
  }

  private static String evaluate(String expression, Map<String, String> variables) {
    try {
      return new Substitution(variables, true).apply(expression);
    } catch (SubstitutionFailed e) {
      return "error: " + e.getMessage();
    }
  }
}
