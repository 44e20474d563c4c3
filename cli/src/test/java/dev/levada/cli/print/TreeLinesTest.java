package dev.levada.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.health.Health;
import dev.levada.core.manifest.ObjectId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TreeLinesTest {

  @Test
  void aVerdictIsInTheColourOfItsWord() {
    var failed = new Branch(id("web"), "v1", Optional.of(Health.failed("crashed")), "", List.of());
    var root =
        new Branch(id("all"), "v1", Optional.of(Health.current("fine")), "", List.of(failed));

    assertThat(TreeLines.text(root, true))
        .isEqualTo(
            """
            Deployment/apps/all  \u001b[32mCurrent\u001b[0m
            └── Deployment/apps/web  \u001b[31mFailed\u001b[0m: crashed
            """);
  }

  private static ObjectId id(String name) {
    return new ObjectId("apps", "Deployment", "apps", name);
  }
}
