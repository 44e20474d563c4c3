package dev.levada.checks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.failure.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Holds `docs/reasons.md` and the reasons in the code together.
final class ReasonsTest {

  @Test
  void everyReasonIsOnThePageAndNoOther() throws IOException {
    List<String> described =
        Files.readAllLines(PackageTable.root().resolve("docs/reasons.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("`")[1])
            .toList();
    assertThat(described).isSorted();
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Reason.values()).map(Reason::word).toList());
  }
}
