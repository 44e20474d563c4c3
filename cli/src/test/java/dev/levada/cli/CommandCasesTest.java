package dev.levada.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.cli.surroundings.Surroundings;
import dev.levada.cli.surroundings.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Runs every case folder: the whole program from its arguments to its words, on a recorded
/// cluster. `-Dgolden.rewrite=true` makes what it says the expected.
class CommandCasesTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123456789Z");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> cases() throws URISyntaxException {
    Path root = Path.of(CommandCasesTest.class.getResource("/cases").toURI());
    List<Case> cases = Case.all(root);
    assertThat(cases).isNotEmpty();
    return cases.stream()
        .map(each -> DynamicTest.dynamicTest(each.name(root), () -> run(root, each)));
  }

  private void run(Path root, Case each) throws IOException {
    Path workingCopy = Files.createTempDirectory(folder, "in").toRealPath();
    each.checkOut(workingCopy);
    var out = new StringWriter();
    var error = new StringWriter();
    var opened = new ArrayList<RecordedCluster>();
    String said = each.text("stdin.txt").replace("{in}", workingCopy.toString());
    var terminal =
        new Terminal(
            new BufferedReader(new StringReader(said)),
            new PrintWriter(out),
            new PrintWriter(error),
            false);
    var around =
        new Surroundings(
            terminal,
            (kubeconfig, meter) -> {
              var cluster = new RecordedCluster(each.cluster());
              opened.add(cluster);
              return cluster;
            },
            () -> NOW);

    int code = Main.run(around, each.arguments(workingCopy));

    var patches = new StringBuilder();
    opened.forEach(
        cluster -> cluster.patches().forEach(patch -> patches.append(patch).append('\n')));
    String output = out.toString().replace(workingCopy.toString(), "{in}");
    String errors = error.toString().replace(workingCopy.toString(), "{in}");
    if (Boolean.getBoolean("golden.rewrite")) {
      each.rewrite(
          Path.of("src/test/resources/cases"), root, List.of(output, errors, patches.toString()));
      return;
    }
    assertThat(output).isEqualTo(each.text("out.txt"));
    assertThat(errors).isEqualTo(each.text("error.txt"));
    assertThat(patches).hasToString(each.text("patches.txt"));
    assertThat(code).isEqualTo(each.code());
    assertThat(each.strangers()).isEmpty();
  }
}
