package dev.levada.testbed.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {

  /// Another process, which tells whether a folder is in use.
  static final class Stranger {

    private Stranger() {}

    public static void main(String[] arguments) {
      System.out.print(DataFolder.inUse(Path.of(arguments[0])));
    }
  }

  @Test
  void aFolderStaysInUseForOthersWhenItsOwnProcessLooks(@TempDir Path temporary)
      throws IOException, InterruptedException {
    Path chosen = temporary.resolve("data");
    try (DataFolder folder = DataFolder.open(chosen, "test")) {
      assertThat(folder.path()).isDirectory();
      assertThat(DataFolder.inUse(chosen)).isTrue();
      assertThat(seenByAnother(chosen)).isEqualTo("true");
    }
    assertThat(DataFolder.inUse(chosen)).isFalse();
    assertThat(seenByAnother(chosen)).isEqualTo("false");
  }

  private static String seenByAnother(Path folder) throws IOException, InterruptedException {
    Process another =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Stranger.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String answer =
        new String(another.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(another.waitFor()).isZero();
    return answer;
  }
}
