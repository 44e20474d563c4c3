package dev.levada.testbed.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.testbed.program.ProgramSources;
import dev.levada.testbed.program.TestbedFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {

  @TempDir Path folder;
  private FakeCheckout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = new FakeCheckout(folder);
  }

  @Test
  void programsOfKubebuilderAssetsAreUsed() throws IOException {
    Path assets = checkout.programs("assets", Tool.values());
    checkout.with("KUBEBUILDER_ASSETS", assets.toString());

    var binaries = Binaries.find(checkout.sources());

    assertThat(Tool.values())
        .allSatisfy(tool -> assertThat(binaries.path(tool)).isEqualTo(assets.resolve(tool.file())));
  }

  @Test
  void whatAssetsLackComesFromTheCache() throws IOException {
    Path assets = checkout.programs("assets", Tool.ETCD, Tool.KUBE_APISERVER);
    Path cache = checkout.programs(checkout.cache(), Tool.values());
    checkout.with("KUBEBUILDER_ASSETS", assets.toString());

    var binaries = Binaries.find(checkout.sources());

    assertThat(binaries.path(Tool.ETCD)).isEqualTo(assets.resolve("etcd"));
    assertThat(binaries.path(Tool.KWOK)).isEqualTo(cache.resolve("kwok"));
  }

  @Test
  void onlyWhatAssetsLackIsBuilt() throws IOException {
    Path assets =
        checkout.programs("assets", Tool.ETCD, Tool.KUBE_APISERVER, Tool.KUBECTL, Tool.KWOK);
    checkout
        .with("KUBEBUILDER_ASSETS", assets.toString())
        .withGo(FakeCheckout.MODERN, FakeCheckout.BUILDS);

    Binaries.find(checkout.sources());

    assertThat(checkout.goCalls().lines())
        .satisfiesExactly(
            call -> assertThat(call).endsWith("k8s.io/kubernetes/cmd/kube-controller-manager"),
            call -> assertThat(call).endsWith("k8s.io/kubernetes/cmd/kube-scheduler"));
  }

  @Test
  void assetsWithoutAnApiServerAreNotUsedAndToldSo() throws IOException {
    Path assets = checkout.programs("assets", Tool.ETCD, Tool.KUBECTL);
    Path cache = checkout.programs(checkout.cache(), Tool.values());
    checkout.with("KUBEBUILDER_ASSETS", assets.toString());

    assertThat(Binaries.find(checkout.sources()).path(Tool.ETCD)).isEqualTo(cache.resolve("etcd"));

    assertThat(checkout.said())
        .contains(assets.toString())
        .contains("does not hold both etcd and kube-apiserver");
  }

  @Test
  void theCacheFolderFollowsXdgCacheHome() throws IOException {
    Path cache =
        checkout.programs(checkout.cache().replace("home/.cache", "elsewhere"), Tool.values());
    checkout.with("XDG_CACHE_HOME", checkout.path("elsewhere").toString());

    assertThat(Binaries.find(checkout.sources()).path(Tool.KUBECTL))
        .isEqualTo(cache.resolve("kubectl"));
  }

  @Test
  void missingProgramsAreBuiltOnceWithProgress() throws IOException {
    checkout.withGo(FakeCheckout.MODERN, FakeCheckout.BUILDS);

    var built = Binaries.find(checkout.sources());
    String calls = checkout.goCalls();
    Binaries.find(checkout.sources());

    assertThat(built.path(Tool.ETCD)).isEqualTo(checkout.path(checkout.cache()).resolve("etcd"));
    assertThat(calls.lines()).hasSize(Tool.values().length);
    assertThat(calls.lines())
        .allSatisfy(call ->
            assertThat(call)
                .startsWith("0 build -trimpath -ldflags -s -w")
                .contains("version.gitVersion=v1.36.3")
                .contains("version.gitMinor=36"));
    assertThat(checkout.goCalls()).isEqualTo(calls);
    assertThat(checkout.said())
        .contains("about 5 minutes, once")
        .contains("[1/6] kube-apiserver")
        .contains("[6/6] kwok built in");
  }

  @Test
  void whatAKilledBuildLeftIsRemovedAndBuiltAgain() throws IOException {
    checkout.withGo(FakeCheckout.MODERN, FakeCheckout.BUILDS);
    Path cache = checkout.programs(checkout.cache());
    Files.writeString(cache.resolve("etcd.unfinished"), "half");

    Binaries.find(checkout.sources());

    assertThat(cache.resolve("etcd.unfinished")).doesNotExist();
    assertThat(cache.resolve("etcd")).isExecutable();
  }

  @Test
  void aChangedModuleHasItsOwnCacheFolder() throws IOException {
    String before = checkout.cache();

    Files.writeString(checkout.module().resolve("go.sum"), "other sums\n");

    assertThat(checkout.cache()).isNotEqualTo(before).matches(".*/v1\\.36\\.3-[0-9a-f]{12}");
  }

  @Test
  void missingGoIsToldWithTheFix() {
    assertThatThrownBy(() -> Binaries.find(checkout.sources()))
        .isInstanceOf(TestbedFailure.class)
        .hasMessage(
            "Kubernetes cannot be built: there is no `go` on the search path (PATH=/nowhere). Install Go from"
                + " https://go.dev/dl and put it on PATH, or let KUBEBUILDER_ASSETS name a folder that"
                + " holds the programs.");
  }

  @Test
  void anOldGoIsToldWithTheFix() throws IOException {
    checkout.withGo("go version go1.19.8 linux/amd64", FakeCheckout.BUILDS);

    assertThatThrownBy(() -> Binaries.find(checkout.sources()))
        .hasMessageContaining("Kubernetes v1.36.3 needs Go 1.26.8 or newer: ")
        .hasMessageContaining("says `go version go1.19.8 linux/amd64`")
        .hasMessageContaining("Install Go 1.26.8 from https://go.dev/dl");
    assertThat(checkout.goCalls()).isEmpty();
  }

  @Test
  void aGoThatMayNotFetchANewerOneIsToldWithTheFix() throws IOException {
    checkout.withGo(
        "go version go1.24.0 linux/amd64",
        "echo 'go: go.mod requires go >= 1.26.8 (running go 1.24.0; GOTOOLCHAIN=local)'; exit 1");

    assertThatThrownBy(() -> Binaries.find(checkout.sources()))
        .hasMessageContaining("needs Go 1.26.8 or newer")
        .hasMessageContaining("running go 1.24.0");
  }

  @Test
  void anUnreachableProxyIsToldWithTheFix() throws IOException {
    checkout.withGo(
        FakeCheckout.MODERN,
        "echo 'go: k8s.io/api@v0.36.3: Get \"https://proxy.golang.org\": dial tcp: lookup proxy.golang.org: no such host'; exit 1");

    assertThatThrownBy(() -> Binaries.find(checkout.sources()))
        .hasMessageContaining("Building kube-apiserver failed; go says:\ngo: k8s.io/api@v0.36.3")
        .hasMessageContaining("The Go module proxy cannot be reached")
        .hasMessageContaining("set GOPROXY");
  }

  @Test
  void anotherFailureOfGoIsShownAndLeavesNoProgram() throws IOException {
    checkout.withGo(
        FakeCheckout.MODERN, "echo half > \"$out\"; echo 'no space left on device'; exit 2");

    assertThatThrownBy(() -> Binaries.find(checkout.sources()))
        .hasMessageContaining("no space left on device")
        .hasMessageContaining(checkout.module().toString());
    assertThat(checkout.path(checkout.cache()).resolve("kube-apiserver")).doesNotExist();
  }

  @Test
  void outsideACheckoutTheFixNamesTheWays() {
    var sources = checkout.sources();
    var outside =
        new ProgramSources(
            sources.environment(), sources.home(), Optional.empty(), sources.progress());

    assertThatThrownBy(() -> Binaries.find(outside))
        .hasMessageContaining("runs outside a checkout of Levada")
        .hasMessageContaining("levada.root")
        .hasMessageContaining("KUBEBUILDER_ASSETS");
  }
}
