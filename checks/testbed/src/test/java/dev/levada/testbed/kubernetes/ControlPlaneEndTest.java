package dev.levada.testbed.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.testbed.program.DataFolder;
import dev.levada.testbed.program.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each test has a control plane of its own, since it breaks or ends it.
@Tag("cluster")
class ControlPlaneEndTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Settings BARE = Settings.standard().without(Settings.Part.values());

  @Test
  void closingLeavesNoProcessAndNoFolder() {
    var plane = ControlPlane.start(Settings.standard());
    var pids = plane.pids().values();
    assertThat(pids).hasSize(5).allMatch(ControlPlaneEndTest::runs);

    plane.close();
    plane.close();

    assertThat(pids).noneMatch(ControlPlaneEndTest::runs);
    assertThat(plane.folder()).doesNotExist();
  }

  @Test
  void aKilledOwnerLeavesNoProcess(@TempDir Path folder) throws IOException {
    Process owner = startOwner(folder);
    List<Long> pids = readPids(owner);
    assertThat(pids).hasSize(2).allMatch(ControlPlaneEndTest::runs);

    owner.destroyForcibly();

    assertThat(new Waiting(LIMIT).until(() -> noneRuns(pids))).isTrue();
  }

  @Test
  void anEndedOwnerLeavesNoProcess(@TempDir Path folder) throws IOException {
    Process owner = startOwner(folder);
    List<Long> pids = readPids(owner);

    owner.destroy();

    assertThat(new Waiting(LIMIT).until(() -> noneRuns(pids))).isTrue();
    assertThat(DataFolder.inUse(folder)).isFalse();
  }

  @Test
  void aRestartedApiServerKeepsItsAddressAndItsObjects() {
    try (var plane = ControlPlane.start(Settings.standard())) {
      String server = plane.server();
      plane.kubectl("create", "configmap", "kept").output();

      plane.stopApiServer();
      assertThat(plane.pids()).doesNotContainKey(Tool.KUBE_APISERVER);
      assertThat(plane.kubectl("get", "configmap", "kept").succeeded()).isFalse();
      plane.startApiServer();

      assertThat(plane.server()).isEqualTo(server);
      assertThat(plane.kubectl("get", "configmap", "kept", "-o", "name").output())
          .isEqualTo("configmap/kept");
      plane.kubectl("create", "deployment", "after", "--image=app:1").output();
      plane.kubectl("rollout", "status", "deployment/after", "--timeout=60s").output();
    }
  }

  @Test
  void aPausedApiServerAnswersAgainWhenItGoesOn() {
    try (var plane = ControlPlane.start(BARE)) {
      plane.pauseApiServer();
      assertThat(plane.kubectl("get", "ns", "--request-timeout=500ms").succeeded()).isFalse();

      plane.resumeApiServer();

      assertThat(plane.kubectl("get", "ns").succeeded()).isTrue();
    }
  }

  @Test
  void aFolderKeepsItsObjectsForTheNextControlPlane(@TempDir Path folder) throws IOException {
    try (var first = ControlPlane.start(BARE.in(folder).withAuditLog())) {
      first.kubectl("create", "namespace", "kept").output();
      assertThat(Files.readString(first.auditLog())).contains("\"username\":\"admin\"");
      assertThatThrownBy(() -> ControlPlane.start(BARE.in(folder)))
          .hasMessageStartingWith("Another control plane runs in " + folder);
    }
    try (var second = ControlPlane.start(BARE.in(folder))) {
      assertThat(second.kubectl("get", "namespace", "kept", "-o", "name").output())
          .isEqualTo("namespace/kept");
      assertThatThrownBy(second::auditLog).hasMessageContaining("withAuditLog");
    }
  }

  private static Process startOwner(Path folder) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Dlevada.root=" + System.getProperty("levada.root", ""),
            "-cp",
            System.getProperty("java.class.path"),
            AbandonedOwner.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<Long> readPids(Process owner) throws IOException {
    var pids = new ArrayList<Long>();
    var said = owner.inputReader(StandardCharsets.UTF_8);
    for (String line = said.readLine(); !"started".equals(line); line = said.readLine()) {
      assertThat(line).as("the owner ended before its control plane was ready").isNotNull();
      pids.add(Long.valueOf(line));
    }
    return pids;
  }

  private static boolean noneRuns(Collection<Long> pids) {
    return pids.stream().noneMatch(ControlPlaneEndTest::runs);
  }

  private static boolean runs(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }
}
