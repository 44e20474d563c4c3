package dev.levada.testbed.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.testbed.program.TestbedFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

  @TempDir Path folder;
  private FakeCheckout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = new FakeCheckout(folder).withGo(FakeCheckout.MODERN, FakeCheckout.BUILDS);
  }

  private void module(String name, String pinned) throws IOException {
    Path module = Files.createDirectories(folder.resolve("checks/controlplane/tools/" + name));
    Files.writeString(
        module.resolve("go.mod"), "module x\n\ngo 1.26.8\n\nrequire " + pinned + "\n");
    Files.writeString(module.resolve("go.sum"), "sums\n");
  }

  @Test
  void onlyTheProgramThatIsAskedForIsBuilt() throws IOException {
    Path kubectl = new Programs(checkout.sources()).which("kubectl");

    assertThat(kubectl).isExecutable();
    assertThat(checkout.goCalls().lines())
        .singleElement()
        .satisfies(call -> assertThat(call).endsWith("k8s.io/kubernetes/cmd/kubectl"));
  }

  @Test
  void aServerIsBuiltAsItsRecipeSays() throws IOException {
    module("gitea", "code.gitea.io/gitea v1.26.0");

    List<Path> built = new Programs(checkout.sources()).build(List.of("gitea"));

    assertThat(built).singleElement().satisfies(file -> assertThat(file).isExecutable());
    assertThat(built.getFirst().toString())
        .matches(".*/home/\\.cache/levada/gitea/v1\\.26\\.0-[0-9a-f]{12}/gitea");
    assertThat(checkout.goCalls())
        .startsWith("1 build -trimpath -tags sqlite sqlite_unlock_notify -ldflags -s -w -o");
    assertThat(checkout.said()).contains("building Gitea v1.26.0");
  }

  @Test
  void namesThatAreNotKnownAreTold() {
    var programs = new Programs(checkout.sources());

    assertThatThrownBy(() -> programs.which("nonsense"))
        .isInstanceOf(TestbedFailure.class)
        .hasMessage("There is no program nonsense. See --help for what there is.");
    assertThatThrownBy(() -> programs.build(List.of("nonsense")))
        .hasMessageContaining("There is no set nonsense");
    assertThatThrownBy(() -> LauncherArguments.parse("which"))
        .hasMessageContaining("`which` needs the name of one program");
  }
}
