package dev.levada.testbed.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.testbed.program.Child;
import dev.levada.testbed.program.DataFolder;
import dev.levada.testbed.program.LogTail;
import dev.levada.testbed.program.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path folder;

  private Child start(String script) {
    return Child.start(
        "program",
        List.of("/bin/sh", "-c", script),
        folder,
        System.getenv(),
        folder.resolve("log"));
  }

  @Test
  void theEndOfAProgramIsSeenWithItsCodeAndItsLastWords() {
    try (var child = start("echo first; echo last words >&2; exit 7")) {
      assertThat(child.endsWithin(LONG)).isTrue();
      assertThat(child.exitCode()).isEqualTo(7);
      assertThat(child.obituary()).contains("exit code 7").contains("first\nlast words");
    }
  }

  @Test
  void closingKillsAProgramThatIgnoresSignals() {
    var child = start("trap '' TERM INT HUP; echo ready; while :; do sleep 60; done");
    assertThat(ProcessHandle.of(child.pid())).isPresent();

    child.close();

    assertThat(child.alive()).isFalse();
    assertThat(ProcessHandle.of(child.pid())).isEmpty();
  }

  @Test
  void stoppingLetsAProgramEndInOrder() {
    var child = start("trap 'echo bye; exit 0' TERM; echo ready; while :; do sleep 0.05; done");
    assertThat(new Waiting(LONG).until(() -> LogTail.of(child.log()).contains("ready"))).isTrue();

    child.stop(LONG);

    assertThat(LogTail.of(child.log())).endsWith("bye");
  }

  @Test
  void aProgramThatEndsBeforeItIsReadyIsToldWithItsLog() {
    try (var data = DataFolder.open(folder, "test");
        var components = new Components(data, LONG)) {
      components.start(Tool.ETCD, List.of("/bin/sh", "-c", "echo bind: address in use; exit 1"));

      assertThatThrownBy(() -> components.awaitReady(Tool.ETCD, "etcd answers", () -> false))
          .hasMessageContaining("etcd ended with exit code 1")
          .hasMessageContaining("bind: address in use")
          .hasMessageContaining("until etcd answers");
    }
  }

  @Test
  void aProgramThatIsNotReadyInTimeIsToldWithItsLog() {
    try (var data = DataFolder.open(folder, "test");
        var components = new Components(data, Duration.ofMillis(300))) {
      components.start(Tool.ETCD, List.of("/bin/sh", "-c", "echo thinking; exec sleep 60"));

      assertThatThrownBy(() -> components.awaitReady(Tool.ETCD, "etcd answers", () -> false))
          .hasMessageContaining("etcd answers")
          .hasMessageContaining("thinking");
    }
  }

  @Test
  void aLongLogIsCutToItsLastLines() {
    try (var child = start("seq 1 5000")) {
      assertThat(child.endsWithin(LONG)).isTrue();
    }

    assertThat(LogTail.of(folder.resolve("log")).lines()).hasSize(20).endsWith("5000");
  }
}
