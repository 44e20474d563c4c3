package dev.levada.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.gotemplate.value.GoStrings;
import dev.levada.core.helm.HelmFailed;
import dev.levada.core.helm.values.Warnings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/// Every folder below `charts`: the chart in `in`, rendered with the arguments of `args.txt`, must
/// come out as `out.yaml`, or fail as `error.txt`, to the byte: both are what helm 4.2.4 prints.
class ChartCasesTest {

  private static final Path CASES =
      Path.of(System.getProperty("levada.root"), "cli/src/test/resources/charts");

  @TestFactory
  Stream<DynamicTest> everyChartIsRenderedAsHelmDoes() throws IOException {
    try (var files = Files.walk(CASES)) {
      List<Path> cases =
          files.filter(file -> file.endsWith("args.txt")).map(Path::getParent).sorted().toList();
      assertThat(cases).isNotEmpty();
      return cases.stream()
          .map(folder ->
              DynamicTest.dynamicTest(CASES.relativize(folder).toString(), () -> check(folder)));
    }
  }

  private static void check(Path folder) throws IOException {
    Path error = folder.resolve("error.txt");
    if (Files.exists(error)) {
      assertThat(said(folder)).isEqualTo(Files.readString(error));
    } else {
      assertThat(said(folder)).isEqualTo(Files.readString(folder.resolve("out.yaml")));
    }
  }

  private static String said(Path folder) throws IOException {
    Path chart = folder.resolve("in");
    var options = new TemplateOptions();
    String[] arguments =
        Files.readAllLines(folder.resolve("args.txt")).stream()
            .map(word -> word.replace("{in}", chart.toString()))
            .toArray(String[]::new);
    new CommandLine(options).parseArgs(arguments);
    var warnings = new Warnings();
    try {
      String text =
          new TemplateCall(() -> Instant.EPOCH)
              .render(options, Optional.of(chart.toString()), warnings)
              .text();
      return new String(GoStrings.bytes(text), java.nio.charset.StandardCharsets.UTF_8);
    } catch (HelmFailed e) {
      var said = new StringBuilder();
      warnings.lines().forEach(line -> said.append(line).append('\n'));
      return said.append(e.printed()).toString().replace(chart.toString(), "in");
    }
  }
}
