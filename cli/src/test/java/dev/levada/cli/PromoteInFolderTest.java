package dev.levada.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromoteInFolderTest {

  @TempDir private Path folder;

  @Test
  void onlyTheMarkedValueOfAWorkingCopyChanges() throws IOException {
    String text =
        "image:   'ghcr.io/org/app:1.0.0'\t# {\"$imagepolicy\": \"shop:app\"}\r\nkept: [ 1,2 ]";
    Files.writeString(folder.resolve("web.yaml"), text);
    Files.writeString(folder.resolve("other.yaml"), "kept: true\n");

    Offline.Said said =
        Offline.run(
            List.of(
                "promote",
                folder.toString(),
                "--image=ghcr.io/org/app:1.1.0",
                "--setter=shop:app"));

    assertThat(said).isEqualTo(new Offline.Said(0, "edited 1 file\n", ""));
    assertThat(Files.readString(folder.resolve("web.yaml")))
        .isEqualTo(text.replace("1.0.0", "1.1.0"));
    assertThat(Files.readString(folder.resolve("other.yaml"))).isEqualTo("kept: true\n");
  }
}
