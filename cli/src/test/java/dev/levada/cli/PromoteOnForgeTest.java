package dev.levada.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levada.cli.Offline.Said;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.Mapping;
import dev.levada.testbed.forge.ForgeRepository;
import dev.levada.testbed.forge.ForgeUser;
import dev.levada.testbed.forge.Gitea;
import dev.levada.testbed.forge.WithForge;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `levada promote` against a real Git host, as CI calls it; the netrc file tells who it is.
@WithForge
class PromoteOnForgeTest {

  private static final String MARKED =
      "image:   'ghcr.io/org/app:1.0.0'   # {\"$imagepolicy\": \"shop:app\"}\r\nkept: [ 1,2 ]\r\n";

  @TempDir private Path folder;
  private ForgeRepository repository;

  private static Mapping document(Said said) {
    assertThat(said.code()).as(said.error()).isZero();
    return (Mapping) Json.read(said.out().getBytes(StandardCharsets.UTF_8));
  }

  PromoteOnForgeTest(Gitea gitea) {
    repository = gitea.repository(gitea.user());
  }

  @BeforeEach
  void commitFiles() throws IOException {
    repository.addFile("main", "apps/web.yaml", MARKED);
    logIn(repository.owner());
  }

  private void logIn(ForgeUser user) throws IOException {
    Files.writeString(
        folder.resolve("netrc"),
        "machine other.example.com login x password y\nmachine 127.0.0.1 login %s password %s\n"
            .formatted(user.name(), user.token()));
  }

  private Said promote(String tag, String... more) {
    return promote(new StringWriter(), tag, more);
  }

  private Said promote(StringWriter error, String tag, String... more) {
    var arguments =
        new ArrayList<>(List.of("promote", repository.url(), "--image", "ghcr.io/org/app:" + tag));
    arguments.addAll(List.of("--setter", "shop:app", "--forge", "gitea", "-o", "json"));
    arguments.addAll(List.of("--netrc", folder.resolve("netrc").toString()));
    arguments.addAll(List.of(more));
    return Offline.run(error, arguments);
  }

  /// Promotes and waits for the pull request; meanwhile somebody acts on it.
  private Said promoteWhile(String tag, Runnable act) throws Exception {
    var error = new Awaited();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting = threads.submit(() -> promote(error, tag, "-p", "--wait", "merged"));
      assertThat(error.waits.await(1, TimeUnit.MINUTES)).isTrue();
      act.run();
      return waiting.get();
    }
  }

  /// Standard error; tells when the command begins to wait.
  private static final class Awaited extends StringWriter {

    private final CountDownLatch waits = new CountDownLatch(1);

    @Override
    public void write(String text, int from, int length) {
      super.write(text, from, length);
      if (text.contains("until pull request")) {
        waits.countDown();
      }
    }
  }

  private String file(String branch) {
    return repository.read(branch, "apps/web.yaml");
  }

  @Test
  void aCommitIsPushedAndASecondCallFindsNothingToDo() {
    Mapping pushed = document(promote("1.1.0"));

    assertThat(pushed.textAt("result")).isEqualTo("pushed");
    assertThat(file("main")).isEqualTo(MARKED.replace("1.0.0", "1.1.0"));
    Mapping again = document(promote("1.1.0"));
    assertThat(again.textAt("result")).isEqualTo("unchanged");
    assertThat(again.textAt("commit")).isEqualTo(pushed.textAt("commit"));
  }

  @Test
  void aDryRunLeavesTheRepositoryAlone() {
    Mapping planned = document(promote("1.1.0", "--dry-run", "--pull-request"));

    assertThat(planned.textAt("result")).isEqualTo("planned");
    assertThat(planned.textAt("diff")).contains("+image:   'ghcr.io/org/app:1.1.0'   # {");
    assertThat(file("main")).isEqualTo(MARKED);
    assertThat(repository.pulls()).isEqualTo("[]\n");
  }

  @Test
  void aPullRequestIsOpenedBroughtUpToDateAndMerged() throws Exception {
    Mapping opened = document(promote("1.1.0", "-p", "--label", "images"));

    assertThat(opened.textAt("result")).isEqualTo("opened");
    assertThat(opened.textAt("branch")).isEqualTo("levada/promote/app/shop-app");
    long number = opened.mappingAt("pullRequest").numberAt(0, "number");
    assertThat(file("main")).isEqualTo(MARKED);
    assertThat(repository.pulls())
        .contains("\"title\":\"Update app to 1.1.0\"")
        .contains("| `ghcr.io/org/app` | `1.0.0` | `1.1.0` | minor |")
        .contains("- `apps/web.yaml:1`: `ghcr.io/org/app:1.0.0` → `ghcr.io/org/app:1.1.0`")
        .contains("\"name\":\"images\"");
    assertThat(document(promote("1.1.0", "-p")).textAt("commit"))
        .as("nothing new is pushed")
        .isEqualTo(opened.textAt("commit"));

    Mapping updated = document(promote("2.0.0", "-p"));

    assertThat(updated.textAt("result")).isEqualTo("updated");
    assertThat(updated.mappingAt("pullRequest").numberAt(0, "number")).isEqualTo(number);
    assertThat(repository.pulls())
        .contains("\"title\":\"Update app to 2.0.0\"")
        .contains("| major |");
    Said merged = promoteWhile("2.0.0", () -> repository.merge(number));
    assertThat(document(merged).textAt("result")).isEqualTo("merged");
    assertThat(file("main")).isEqualTo(MARKED.replace("1.0.0", "2.0.0"));
  }

  @Test
  void aClosedPullRequestEndsTheWaitWithACodeOfItsOwn() throws Exception {
    long number = document(promote("1.1.0", "-p")).mappingAt("pullRequest").numberAt(0, "number");

    Said closed = promoteWhile("1.1.0", () -> repository.close(number));

    assertThat(closed.code()).isEqualTo(3);
    assertThat(closed.out()).contains("\"result\": \"closed\"");
  }

  @Test
  void anAccountWithoutRightsIsTold(Gitea gitea) throws IOException {
    ForgeUser stranger = gitea.user();
    logIn(stranger);
    Said refused = promote("1.1.0");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.error()).contains("was not pushed").contains("account");
    assertThat(file("main")).isEqualTo(MARKED);
  }

  @Test
  void aWrongTokenIsToldWithThePlacesThatOneComesFrom() throws IOException {
    logIn(new ForgeUser(repository.owner().name(), "", "0123456789"));

    Said refused = promote("1.1.0", "-p");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.error()).contains("Set LEVADA_GIT_TOKEN").doesNotContain("Secret");
  }

  @Test
  void aProtectedBranchIsToldAndAPullRequestGoesRoundIt() {
    repository.protect("main", "\"enable_push\":false");

    assertThat(promote("1.1.0").error()).contains("protected").contains("pull request");
    assertThat(document(promote("1.1.0", "-p")).textAt("result")).isEqualTo("opened");
  }
}
