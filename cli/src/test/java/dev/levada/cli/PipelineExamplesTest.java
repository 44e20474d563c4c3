package dev.levada.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pipelines in `docs/ci` call `levada promote` as it is: their commands run on a folder in
/// place of the repository, with the variables of their CI system.
class PipelineExamplesTest {

  private static final Path EXAMPLES = Path.of(System.getProperty("levada.root", ".."), "docs/ci");
  private static final Pattern COMMAND =
      Pattern.compile("levada promote (?:[^\\n]*\\\\\\n)*[^\\n]*(?:\\n\\s+--[^\\n]*)*");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Map<String, String> VARIABLES =
      Map.of(
          "${{ github.ref_name }}", "v1.1.0",
          "${{ steps.build.outputs.digest }}", "sha256:" + "ab".repeat(32),
          "$CI_REGISTRY_IMAGE", "registry.example.com/app",
          "$CI_COMMIT_TAG", "v1.1.0",
          "$TAG_NAME", "v1.1.0",
          "$CIRCLE_TAG", "v1.1.0");

  @TempDir private Path folder;

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theCommandPlansANewImage(Path example) throws IOException {
    write("apps/app/kustomization.yaml", "resources: [deployment.yaml]\n");
    write("apps/app/values.yaml", "image: {repository: app, tag: v1.0.0}\n");
    write(
        "apps/app/deployment.yaml",
        """
        kind: Deployment
        spec:
          template:
            spec:
              containers:
              - image: registry.example.com/app:v1.0.0 # {"$imagepolicy": "flux-system:app"}
        """);

    Offline.Said said = Offline.run(arguments(Files.readString(example)));

    assertThat(said.code()).as(said.error()).isZero();
    assertThat(said.out()).startsWith("--- a/apps/app/").containsPattern("(?m)^\\+.*v1\\.1\\.0");
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /// The command's words, with a dry run in the folder in place of what needs a Git host.
  private List<String> arguments(String example) {
    var command = COMMAND.matcher(example);
    assertThat(command.find()).isTrue();
    String text = command.group().replace("\\\n", " ");
    for (var variable : VARIABLES.entrySet()) {
      text = text.replace(variable.getKey(), variable.getValue());
    }
    assertThat(text).as("variables without a value").doesNotContain("$");
    var words = new ArrayList<String>();
    WORD.matcher(text.substring("levada ".length()))
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .forEach(words::add);
    assertThat(words.get(1)).startsWith("https://");
    words.set(1, folder.toString());
    words.removeAll(Set.of("--pull-request", "--wait", "merged"));
    words.add("--dry-run");
    return words;
  }
}
