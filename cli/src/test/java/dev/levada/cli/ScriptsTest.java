package dev.levada.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.api.CustomResourceDefinitions;
import dev.levada.cli.surroundings.Surroundings;
import dev.levada.cli.surroundings.Terminal;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands whose output is too long for a case folder.
class ScriptsTest {

  @Test
  void crdsPrintsEveryDefinitionAsAStream() {
    List<Node> documents =
        YamlReader.documents(run("crds").getBytes(StandardCharsets.UTF_8), YamlRules.RESOURCE_V3);

    assertThat(documents)
        .extracting(document -> new Manifest((Mapping) document).name())
        .containsExactlyElementsOf(CustomResourceDefinitions.names());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completionIsAScriptThatBashUnderstands(String shell, @TempDir Path folder)
      throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("levada.sh"), run("completion", shell));

    Process bash =
        new ProcessBuilder(
                "bash",
                "-c",
                "source '"
                    + script
                    + "'; COMP_WORDS=(levada reconcile ''); COMP_CWORD=2;"
                    + " _complete_levada; echo \"${COMPREPLY[*]}\"")
            .redirectErrorStream(true)
            .start();
    String offered = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(bash.waitFor()).as(offered).isZero();
    assertThat(offered).contains("source", "kustomization");
  }

  @Test
  void buildWritesToAFileWhereOneIsNamed(@TempDir Path folder) throws IOException {
    String object = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n";
    Files.writeString(folder.resolve("kustomization.yaml"), "resources: [a.yaml]");
    Files.writeString(folder.resolve("a.yaml"), object);
    Path out = folder.resolve("out.yaml");

    assertThat(run("build", "kustomization", folder.toString(), "-o", out.toString())).isEmpty();

    assertThat(out).hasContent(object);
  }

  private static String run(String... arguments) {
    var out = new StringWriter();
    var error = new StringWriter();
    var around =
        new Surroundings(
            new Terminal(new PrintWriter(out), new PrintWriter(error), false),
            (kubeconfig, meter) -> {
              throw new AssertionError("these commands need no cluster");
            },
            Clock.systemUTC());

    int code = Main.run(around, arguments);

    assertThat(error).hasToString("");
    assertThat(code).isZero();
    return out.toString();
  }
}
