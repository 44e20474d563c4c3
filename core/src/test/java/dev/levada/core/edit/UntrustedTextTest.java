package dev.levada.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.core.image.ChosenImage;
import dev.levada.core.tree.MemoryTree;
import dev.levada.core.tree.TreePath;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class UntrustedTextTest {

  private static final ChosenImage IMAGE = new ChosenImage("ghcr.io/org/app", "2.0", "");

  @Property(tries = 500)
  void anyBytesAreEditedOrTold(@ForAll @StringLength(max = 60) String noise) {
    byte[] bytes =
        ("image: x # {\"$imagepolicy\": \"ns:app\"}\n" + noise).getBytes(StandardCharsets.UTF_8);

    Edits edits =
        new Setters(Map.of("ns:app", IMAGE))
            .apply(new MemoryTree(Map.of("a.yaml", bytes)), TreePath.ROOT);

    assertThat(edits.files().size() + edits.problems().size()).isPositive();
  }

  @Test
  void deepNestingIsRefused() {
    byte[] deep = ("a: " + "[".repeat(5_000)).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> YamlText.parse(deep))
        .isInstanceOf(UneditableFile.class)
        .hasMessageContaining("nested deeper than 100");
  }

  @Test
  void largeFilesAreRefused() {
    assertThatThrownBy(() -> YamlText.parse(new byte[(5 << 20) + 1]))
        .isInstanceOf(UneditableFile.class);
  }
}
