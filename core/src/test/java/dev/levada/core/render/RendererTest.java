package dev.levada.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.kustomize.Remotes;
import dev.levada.core.kustomize.RepositoryAddress;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import dev.levada.core.manifest.YamlWriter;
import dev.levada.core.tree.MemoryTree;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RendererTest {

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
        - image: nginx:1
          name: web
      """;

  @Test
  void aPlainFolderBecomesAllItsFilesAndSubFolders() {
    var rendered =
        render(
            "apps",
            Map.of(
                "apps/b.yaml", map("b"),
                "apps/a.yml", map("a"),
                "apps/deep/c.yaml", map("c"),
                "apps/kustomized/kustomization.yaml", "resources: [d.yaml]\nnamePrefix: p-\n",
                "apps/kustomized/d.yaml", map("d"),
                "apps/kustomized/left-out.yaml", map("e"),
                "apps/notes.txt", "no: [yaml",
                "other/f.yaml", map("f")));

    assertThat(rendered.manifests())
        .extracting(manifest -> manifest.name())
        .containsExactly("a", "b", "c", "p-d");
  }

  @Test
  void anEmptyFolderGivesAnEmptyList() {
    assertThat(render("", Map.of("README.md", "nothing")).manifests()).isEmpty();
  }

  @Test
  void objectsStayInTheOrderOfTheFiles() {
    var rendered =
        render(
            "",
            Map.of(
                "kustomization.yaml",
                "resources: [pod.yaml, map.yaml]\n",
                "pod.yaml",
                POD,
                "map.yaml",
                map("a")));

    assertThat(rendered.manifests())
        .extracting(manifest -> manifest.kind())
        .containsExactly("Pod", "ConfigMap");
  }

  @Test
  void theSpecIsMergedIntoTheKustomization() {
    var request =
        new RenderRequest(
            "./",
            "shop",
            "p-",
            "-s",
            mapping(
                """
                patches:
                - patch: |
                    - {op: add, path: /metadata/labels, value: {patched: "yes"}}
                  target: {kind: Pod}
                images:
                - {name: nginx, newTag: "2"}
                components: [extra]
                """),
            Map.of("owner", "team"),
            Map.of("note", "1"));

    var rendered =
        Renderer.render(
            MemoryTree.ofTexts(
                Map.of(
                    "kustomization.yaml",
                    "resources: [pod.yaml]\nnamespace: other\nimages: [{name: nginx, newName: web/n}]\n",
                    "pod.yaml",
                    POD,
                    "extra/kustomization.yaml",
                    "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnamePrefix: c-\n")),
            request);

    assertThat(YamlWriter.stream(rendered.manifests()))
        .isEqualTo(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              annotations:
                note: "1"
              labels:
                owner: team
                patched: "yes"
              name: p-c-web-s
              namespace: shop
            spec:
              containers:
              - image: web/n:2
                name: web
            """);
  }

  @Test
  void readsAreThePathsThatMatter() {
    var rendered =
        render(
            "apps",
            Map.of(
                "apps/kustomization.yaml", "resources: [../base]\n",
                "base/kustomization.yaml", "resources: [a.yaml]\n",
                "base/a.yaml", map("a"),
                "base/unused.yaml", map("b"),
                "elsewhere/c.yaml", map("c")));

    assertThat(rendered.reads().keySet())
        .contains(
            new TreePath("apps/kustomization.yaml"),
            new TreePath("base/kustomization.yaml"),
            new TreePath("base/a.yaml"))
        .doesNotContain(new TreePath("base/unused.yaml"), new TreePath("elsewhere/c.yaml"));
  }

  @Test
  void aMissingFolderIsAnArtifactFailure() {
    Failure failure = failure("gone", Map.of("a.yaml", map("a")));

    assertThat(failure).isInstanceOf(Failure.Retrying.class);
    assertThat(failure.reason()).isEqualTo(Reason.ARTIFACT_FAILED);
    assertThat(failure.message()).isEqualTo("kustomization path not found: gone");
    assertThat(failure.fix()).isNotEmpty();
  }

  @Test
  void whatCannotBeBuiltSaysWhereAndWhatToDo() {
    Failure failure = failure("", Map.of("kustomization.yaml", "resources: [gone.yaml]\n"));

    assertThat(failure.reason()).isEqualTo(Reason.BUILD_FAILED);
    assertThat(failure.message())
        .startsWith("kustomize build failed: accumulating resources: ")
        .contains("gone.yaml", "no such file or directory");
    assertThat(failure.fix()).contains("Correct the path in the kustomization");
  }

  @Test
  void brokenYamlOfAPlainFolderNamesFileAndLine() {
    Failure failure = failure("", Map.of("sub/a.yaml", "apiVersion: v1\nkind: [\nx: }\n"));

    assertThat(failure.message())
        .contains("failed to decode Kubernetes YAML from 'sub/a.yaml'", "line 2");
  }

  @Test
  void anObjectWithoutApiVersionIsRefused() {
    Failure failure = failure("", Map.of("a.yaml", "kind: ConfigMap\nmetadata: {name: a}\n"));

    assertThat(failure.message()).contains("'ConfigMap/a' has no apiVersion");
  }

  @Test
  void nothingOutsideTheTreeIsReached() {
    Failure failure =
        failure("apps", Map.of("apps/kustomization.yaml", "resources: [../../../etc]\n"));

    assertThat(failure.reason()).isEqualTo(Reason.BUILD_FAILED);
    assertThat(failure.message()).contains("security; path '../../../etc' leaves the tree");
  }

  @Test
  void renderingTwiceGivesTheSame() {
    var files = Map.of("a.yaml", map("a"), "b.yaml", POD);

    assertThat(YamlWriter.stream(render("", files).manifests()))
        .isEqualTo(YamlWriter.stream(render("", files).manifests()));
  }

  @Test
  void whatIsFetchedIsToldBesidesWhatIsRead() {
    var tree =
        MemoryTree.ofTexts(Map.of("kustomization.yaml", "resources: [https://example.com/a.yaml]"));

    Rendered fetched =
        Renderer.render(tree, RenderRequest.of(""), AfterBuild.NONE, new Serving(map("served")));

    assertThat(fetched.manifests())
        .extracting(manifest -> manifest.name())
        .containsExactly("served");
    assertThat(fetched.fetched()).isTrue();
    assertThat(render("", Map.of("a.yaml", map("a"))).fetched()).isFalse();
  }

  private record Serving(String file) implements Remotes {

    @Override
    public byte[] file(String address) {
      return file.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Tree repository(RepositoryAddress address) {
      throw new AssertionError(address);
    }
  }

  private static Rendered render(String path, Map<String, String> files) {
    return Renderer.render(MemoryTree.ofTexts(files), RenderRequest.of(path));
  }

  private static Failure failure(String path, Map<String, String> files) {
    return catchThrowableOfType(FailureException.class, () -> render(path, files)).failure();
  }

  private static String map(String name) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name + "\n";
  }

  private static Mapping mapping(String yaml) {
    return (Mapping)
        YamlReader.documents(yaml.getBytes(StandardCharsets.UTF_8), YamlRules.RESOURCE_V3)
            .getFirst();
  }
}
