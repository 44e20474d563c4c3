package dev.levada.testbed.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.testbed.program.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    var launcher =
        new Launcher(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return launcher.run(arguments);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "start --help", "help", ""})
  void helpNamesEveryCommand(String line) {
    int code = line.isEmpty() ? run() : run(line.split(" "));

    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("start [--detach]", "stop", "status", "kubeconfig", "build", "--folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"begin", "start --folder", "stop --detach", "status --fodler x"})
  void anUnknownArgumentIsNamed(String line) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(err()).contains("is not known or not complete").contains("--help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "stop", "kubeconfig"})
  void whereNothingRunsTheWayToStartIsTold(String command, @TempDir Path folder) {
    assertThat(run(command, "--folder", folder.toString())).isEqualTo(1);
    assertThat(err())
        .isEqualTo(
            "No control plane runs in %1$s. Start one with: start --folder %1$s\n"
                .formatted(folder));
  }

  @Test
  void aFolderThatIsInUseIsRefused(@TempDir Path folder) {
    try (var taken = DataFolder.open(folder, "control plane")) {
      assertThat(run("start", "--detach", "--folder", taken.path().toString())).isEqualTo(1);
    }
    assertThat(err()).contains("A control plane runs in " + folder + " already");
  }
}
