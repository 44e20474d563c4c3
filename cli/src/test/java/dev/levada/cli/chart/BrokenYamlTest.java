package dev.levada.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.levada.core.helm.HelmFailed;
import dev.levada.core.helm.values.Warnings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is told of a chart whose templates make something that is no YAML.
class BrokenYamlTest {

  @TempDir private Path folder;

  @Test
  void debugShowsWhatWasRenderedAndIsNotOfferedAgain() throws IOException {
    HelmFailed failed = failure("a: b: c\n");
    assertThat(failed.printed()).contains("Use --debug flag");
    assertThat(failed.printed(true)).doesNotContain("--debug").contains("templates/a.yaml");
    assertThat(failed.fix()).isNotEmpty();
    assertThat(failed.rendered())
        .isEqualTo(
            """
            ---
            # Source: top/templates/a.yaml
            a: b: c

            ---
            # Source: top/templates/b.yaml
            fine: true

            """);
  }

  @Test
  void nothingIsShownWhereATemplateFails() throws IOException {
    HelmFailed failed = failure("{{ fail \"no\" }}");
    assertThat(failed.rendered()).isEmpty();
    assertThat(failed.printed(true))
        .isEqualTo("Error: execution error at (top/templates/a.yaml:1:3): no\n");
  }

  private HelmFailed failure(String template) throws IOException {
    Files.createDirectories(folder.resolve("templates"));
    Files.writeString(folder.resolve("Chart.yaml"), "apiVersion: v2\nname: top\nversion: 1.0.0\n");
    Files.writeString(folder.resolve("templates/a.yaml"), template);
    Files.writeString(folder.resolve("templates/b.yaml"), "fine: true\n");
    Files.writeString(folder.resolve("templates/NOTES.txt"), "Read me.\n");
    return catchThrowableOfType(
        HelmFailed.class,
        () ->
            new TemplateCall(() -> Instant.EPOCH)
                .render(new TemplateOptions(), Optional.of(folder.toString()), new Warnings()));
  }
}
