package dev.levada.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.image.ChosenImage;
import dev.levada.core.tree.MemoryTree;
import dev.levada.core.tree.TreePath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class SettersPropertyTest {

  private static final String MARKER = " # {\"$imagepolicy\": \"ns:app\"}";
  private static final ChosenImage IMAGE = new ChosenImage("ghcr.io/org/app", "1.10", "");
  private static final String PLACEHOLDER = "marked-value";

  /// A line of a block mapping, and whether its value is marked.
  record Line(String text, boolean marked) {}

  @Provide
  Arbitrary<List<Line>> lines() {
    return Combinators.combine(value(), ending(), Arbitraries.of(true, false), indent())
        .as((value, ending, marked, pad) ->
            marked
                ? new Line(pad + quoted(value.length()) + MARKER + ending, true)
                : new Line(pad + value + ending, false))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  private static String quoted(int choice) {
    return switch (choice % 3) {
      case 0 -> "'" + PLACEHOLDER + "'";
      case 1 -> "\"" + PLACEHOLDER + "\"";
      default -> PLACEHOLDER;
    };
  }

  private static Arbitrary<String> value() {
    return Arbitraries.of(
        "plain text",
        "'single # {\"$imagepolicy\": \"ns:app\"}'",
        "\"double \\\" \\u263a\"",
        "😀 emoji # comment",
        "[a, {b: c}, 'd'] # flow",
        "{x: 1, y: [2, 3]}",
        "|\n    block # {\"$imagepolicy\": \"ns:app\"}\n    more",
        ">-\n    folded\n\n    text",
        "&anchor anchored",
        "!!str 12",
        "1.50",
        "~",
        "",
        "\n    nested:\n      - deep # comment\n      - 'x'",
        "ghcr.io/org/app:1.0 # {\"$imagepolicy\": \"ns:other\"}");
  }

  private static Arbitrary<String> ending() {
    return Arbitraries.of("\n", "\r\n", "   \n", "\n\n", "\n# {a comment}\n");
  }

  private static Arbitrary<String> indent() {
    return Arbitraries.of(" ", "   ", "\t");
  }

  @Property(tries = 500)
  void onlyMarkedValuesChange(@ForAll("lines") List<Line> lines) {
    var before = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).text().replace("&anchor", "&anchor" + i);
      before.append("key").append(i).append(':').append(line);
    }
    String text = before.toString();
    var tree = MemoryTree.ofTexts(Map.of("file.yaml", text));

    Edits edits = new Setters(Map.of("ns:app", IMAGE)).apply(tree, TreePath.ROOT);

    assertThat(edits.problems()).isEmpty();
    String after =
        edits.files().isEmpty()
            ? text
            : new String(edits.files().get(new TreePath("file.yaml")), StandardCharsets.UTF_8);
    assertThat(after).isEqualTo(text.replace(PLACEHOLDER, IMAGE.toString()));
    assertThat(edits.changes()).hasSize((int) lines.stream().filter(Line::marked).count());
    assertThat(load(after).toString())
        .isEqualTo(load(text).toString().replace(PLACEHOLDER, IMAGE.toString()));
  }

  private static Object load(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }
}
