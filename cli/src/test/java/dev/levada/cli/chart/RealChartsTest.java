package dev.levada.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.helm.HelmFailed;
import dev.levada.core.helm.values.Warnings;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/// Public charts as their authors publish them, rendered as helm 4.2.4 renders them, to the byte.
class RealChartsTest {

  private static final Path CHARTS =
      Path.of(System.getProperty("levada.root"), "../shared/real/charts").normalize();

  private final TemplateCall call = new TemplateCall(() -> Instant.EPOCH);

  @TestFactory
  Stream<DynamicTest> everyCallPrintsWhatHelmPrints() throws IOException {
    Path list = CHARTS.resolve("expected/cases.json");
    if (!Files.exists(list)) {
      System.err.println("SKIPPED: RealChartsTest needs " + list);
      return Stream.empty();
    }
    return ((Sequence) Json.read(Files.readAllBytes(list)))
        .items().stream()
            .map(Mapping.class::cast)
            .filter(RealChartsTest::isWhole)
            .map(each -> DynamicTest.dynamicTest(each.textAt("case"), () -> check(each)));
  }

  /// A chart that names dependencies must have them with it.
  private static boolean isWhole(Mapping each) {
    Path chart = CHARTS.resolve(texts(each.sequenceAt("args")).get(2));
    try {
      boolean needs = Files.readString(chart.resolve("Chart.yaml")).contains("\ndependencies:");
      boolean whole = !needs || Files.isDirectory(chart.resolve("charts"));
      if (!whole) {
        System.err.println("SKIPPED: " + each.textAt("case") + ": no charts/ in " + chart);
      }
      return whole;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void check(Mapping each) throws IOException {
    boolean succeeds = each.isTrueAt("ok");
    Path file =
        CHARTS.resolve("expected/" + each.textAt("case") + (succeeds ? ".yaml" : ".error.txt"));
    String expected = Files.readString(file);
    String said = said(each);
    if (each.isTrueAt("stable")) {
      assertThat(said).isEqualTo(expected);
    } else {
      assertThat(said.lines().count()).isEqualTo(expected.lines().count());
    }
  }

  private String said(Mapping each) {
    var options = new TemplateOptions();
    List<String> words = texts(each.sequenceAt("args"));
    List<String> rest = new ArrayList<>(words.subList(3, words.size()));
    rest.replaceAll(word -> word.endsWith(".yaml") ? CHARTS.resolve(word).toString() : word);
    rest.addFirst(words.get(1));
    new CommandLine(options).parseArgs(rest.toArray(String[]::new));
    try {
      String chart = CHARTS.resolve(words.get(2)).toString();
      return call.render(options, Optional.of(chart), new Warnings()).text();
    } catch (HelmFailed e) {
      return e.printed();
    }
  }

  private static List<String> texts(Sequence words) {
    var texts = new ArrayList<String>();
    for (Node word : words) {
      texts.add(((Scalar) word).text());
    }
    return texts;
  }
}
