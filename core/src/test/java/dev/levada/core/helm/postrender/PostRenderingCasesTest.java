package dev.levada.core.helm.postrender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every folder below `cases/postrender`: the rendered texts in `in/templates`, after the steps of
/// `in/steps.yaml`, are what `out.yaml` says, or the steps fail as `error.txt` says.
class PostRenderingCasesTest {

  private static final Path CASES =
      Path.of(System.getProperty("levada.root"), "core/src/test/resources/cases/postrender");

  @TestFactory
  Stream<DynamicTest> everyStepChangesWhatItShould() throws IOException {
    try (var folders = Files.list(CASES)) {
      List<Path> cases = folders.sorted().toList();
      assertThat(cases).isNotEmpty();
      return cases.stream()
          .map(folder ->
              DynamicTest.dynamicTest(String.valueOf(folder.getFileName()), () -> check(folder)));
    }
  }

  private static void check(Path folder) throws IOException {
    Path error = folder.resolve("error.txt");
    Path expected = Files.exists(error) ? error : folder.resolve("out.yaml");
    assertThat(said(folder)).isEqualTo(Files.readString(expected));
  }

  private static String said(Path folder) throws IOException {
    var out = new StringBuilder();
    try {
      new TreeMap<>(steps(folder).apply(files(folder.resolve("in"))))
          .forEach((path, text) -> out.append("# ").append(path).append('\n').append(text));
      return out.toString();
    } catch (PostRenderFailed e) {
      return e.getMessage() + "\n" + e.fix() + "\n";
    }
  }

  private static Map<String, String> files(Path root) throws IOException {
    var files = new HashMap<String, String>();
    try (var paths = Files.walk(root.resolve("templates"))) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(path).toString(), Files.readString(path));
      }
    }
    return files;
  }

  private static PostRendering steps(Path folder) throws IOException {
    var document =
        (Mapping)
            YamlReader.first(
                    Files.readAllBytes(folder.resolve("in/steps.yaml")),
                    YamlRules.KUSTOMIZATION_1_1)
                .orElseThrow();
    var steps = new ArrayList<PostRenderer>();
    for (Node step : document.sequenceAt("postRenderers")) {
      steps.add(step((Mapping) step));
    }
    return new PostRendering(steps, PostRendering.Strategy.valueOf(document.textAt("strategy")));
  }

  private static PostRenderer step(Mapping step) {
    if (step.get("kustomize") instanceof Mapping kustomize) {
      return new PostRenderer.Kustomize(
          kustomize.sequenceAt("patches"), kustomize.sequenceAt("images"));
    }
    if (step.get("origin") instanceof Mapping origin) {
      return PostRenderer.CommonMetadata.origin(origin.textAt("name"), origin.textAt("namespace"));
    }
    Mapping common = step.child("commonMetadata");
    return new PostRenderer.CommonMetadata(
        texts(common.child("labels")), texts(common.child("annotations")));
  }

  private static Map<String, String> texts(Mapping mapping) {
    var texts = new HashMap<String, String>();
    mapping.entries().keySet().forEach(key -> texts.put(key, mapping.textAt(key)));
    return texts;
  }
}
