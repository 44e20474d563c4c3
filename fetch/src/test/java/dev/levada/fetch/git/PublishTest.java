package dev.levada.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.TlsMaterial;
import dev.levada.fetch.git.GitWrite.BranchStart;
import dev.levada.fetch.signing.CommitSigner;
import dev.levada.testbed.git.Access;
import dev.levada.testbed.git.Edit;
import dev.levada.testbed.git.GitHttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishTest extends ServedShop {

  private static final TreePath FILE = new TreePath("apps/app.yaml");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  @BeforeEach
  void fill() {
    repository.commit(
        Map.of(FILE.text(), "image: app:1\n", "other/large.txt", "x", "zz.txt", "last"));
  }

  private GitRequest source() {
    return new GitRequest(
        server.url("shop.git"),
        GitRef.ofBranch("main"),
        new Credentials.None(),
        TlsMaterial.none(),
        Duration.ofMinutes(2));
  }

  private GitWrite write(String branch, BranchStart start) {
    return new GitWrite(
        source(),
        branch,
        start,
        List.of(),
        Map.of(),
        new GitWrite.GitAuthor("Levada", "levada@example.com"),
        Optional.<CommitSigner>empty(),
        CLOCK);
  }

  private static GitEdit set(String text) {
    return files ->
        new String(files.read(FILE), StandardCharsets.UTF_8).equals(text)
            ? new GitEdit.Proposal(Map.of(), "")
            : new GitEdit.Proposal(
                Map.of(FILE, text.getBytes(StandardCharsets.UTF_8)), "Set " + text.strip());
  }

  private String show(String what) {
    return repository.git("show", what);
  }

  @Test
  void aCommitIsMadeAndPushed() {
    Published published =
        remote.publish("a", write("main", BranchStart.SOURCE), set("image: app:2\n"));

    assertThat(published).isInstanceOf(Published.Pushed.class);
    assertThat(show("main:apps/app.yaml")).isEqualTo("image: app:2");
    assertThat(show("main:other/large.txt")).isEqualTo("x");
    assertThat(repository.git("log", "-1", "--format=%an <%ae> %cn %aI%n%B", "main").strip())
        .isEqualTo(
            "Levada <levada@example.com> Levada 2026-03-01T12:00:00+00:00\nSet image: app:2");
    assertThat(repository.git("rev-list", "--count", "main").strip()).isEqualTo("2");
    repository.git("fsck", "--strict");
  }

  @Test
  void nothingIsPushedTwice() {
    GitWrite write = write("main", BranchStart.SOURCE);
    remote.publish("a", write, set("image: app:2\n"));

    assertThat(remote.publish("a", write, set("image: app:2\n")))
        .isInstanceOf(Published.UpToDate.class);
    GitEdit same =
        files -> new GitEdit.Proposal(Map.of(FILE, files.read(FILE)), "A change that is none");
    assertThat(remote.publish("a", write, same)).isInstanceOf(Published.UpToDate.class);
    assertThat(repository.git("rev-list", "--count", "main").strip()).isEqualTo("2");
  }

  @Test
  void aBranchOfItsOwnIsMadeAnewOrGoneOnWith() {
    remote.publish("a", write("update", BranchStart.SOURCE), set("image: app:2\n"));
    repository.commit(Map.of("zz.txt", "moved"));

    assertThat(remote.publish("a", write("update", BranchStart.SOURCE), set("image: app:2\n")))
        .as("what the branch holds already is no reason for a new commit")
        .isInstanceOf(Published.UpToDate.class);
    remote.publish("a", write("update", BranchStart.SOURCE), set("image: app:3\n"));
    assertThat(repository.git("rev-list", "--count", "main..update").strip()).isEqualTo("1");
    assertThat(show("update:zz.txt")).isEqualTo("moved");

    remote.publish("a", write("update", BranchStart.BRANCH), set("image: app:4\n"));
    assertThat(repository.git("rev-list", "--count", "main..update").strip()).isEqualTo("2");
    assertThat(show("main:apps/app.yaml")).isEqualTo("image: app:1");
  }

  @Test
  void aFreshBranchFollowsTheFilesOfItsSourceButNotOthersCommits() {
    GitWrite fresh = write("update", BranchStart.FRESH_SOURCE);
    remote.publish("a", fresh, append("two"));
    repository.commit(Map.of("zz.txt", "moved"));
    assertThat(remote.publish("a", fresh, append("two")))
        .as("the file itself has not moved")
        .isInstanceOf(Published.UpToDate.class);

    repository.commit(Map.of(FILE.text(), "image: app:1\nmore: 1\n"));
    assertThat(remote.publish("a", fresh, append("two"))).isInstanceOf(Published.Pushed.class);
    assertThat(show("update:apps/app.yaml")).isEqualTo("image: app:1\nmore: 1\ntwo");
    assertThat(repository.git("rev-list", "--count", "main..update").strip()).isEqualTo("1");

    repository.commit("update", "by hand", List.of(Edit.File.text("hand.txt", "x")));
    repository.commit(Map.of(FILE.text(), "image: app:1\nmore: 2\n"));
    assertThat(remote.publish("a", fresh, append("two"))).isInstanceOf(Published.UpToDate.class);
    remote.publish("a", fresh, append("three"));
    assertThat(show("update:hand.txt")).as("somebody's commit").isEqualTo("x");
    assertThat(show("update:apps/app.yaml")).isEqualTo("image: app:1\nmore: 1\ntwo\nthree");
  }

  private static GitEdit append(String line) {
    return files -> {
      String text = new String(files.read(FILE), StandardCharsets.UTF_8);
      return text.contains(line)
          ? new GitEdit.Proposal(Map.of(), "")
          : new GitEdit.Proposal(
              Map.of(FILE, (text + line + "\n").getBytes(StandardCharsets.UTF_8)), "Add " + line);
    };
  }

  @Test
  void refspecsAndOptionsGoToTheServer() throws IOException {
    repository.git("config", "receive.advertisePushOptions", "true");
    hook("pre-receive", "echo \"$GIT_PUSH_OPTION_0 $GIT_PUSH_OPTION_1\" > options");
    var write =
        new GitWrite(
            source(),
            "main",
            BranchStart.SOURCE,
            List.of("refs/heads/main:refs/heads/copy", "+HEAD:refs/for/main"),
            Map.of("merge_request.create", ""),
            new GitWrite.GitAuthor("Levada", "levada@example.com"),
            Optional.empty(),
            CLOCK);

    remote.publish("a", write, set("image: app:2\n"));

    String tip = repository.git("rev-parse", "main").strip();
    assertThat(repository.git("rev-parse", "copy", "refs/for/main").strip())
        .isEqualTo(tip + "\n" + tip);
    assertThat(Files.readString(repository.path().resolve("options")).strip())
        .isEqualTo("merge_request.create");
    var wrong =
        new GitWrite(
            source(),
            "main",
            BranchStart.SOURCE,
            List.of("other:refs/heads/x"),
            Map.of(),
            write.author(),
            Optional.empty(),
            CLOCK);
    assertThatThrownBy(() -> remote.publish("a", wrong, set("image: app:3\n")))
        .hasMessageContaining("the refspec 'other:refs/heads/x'");
  }

  private void hook(String name, String script) throws IOException {
    Path hook = repository.path().resolve("hooks").resolve(name);
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void aRefusalIsToldInTheServersWords() throws IOException {
    hook("pre-receive", "echo 'GL-HOOK: main is protected, rule 7' >&2; exit 1");

    assertThatThrownBy(() -> remote.publish("a", write("main", BranchStart.SOURCE), set("x\n")))
        .isInstanceOfSatisfying(
            FailureException.class,
            thrown -> assertThat(thrown.failure().reason()).isEqualTo(Reason.GIT_OPERATION_FAILED))
        .hasMessageContaining(
            "the server refused to change refs/heads/main (pre-receive hook declined)")
        .hasMessageContaining("GL-HOOK: main is protected, rule 7")
        .hasMessageContaining("If the branch is protected, push to another one");
  }

  @Test
  void anAccountWithoutRightsIsTold() {
    try (var closed =
        new GitHttpServer(
            folder.resolve("served"), new Access.Basic("me", "secret"), Optional.empty())) {
      var request =
          new GitRequest(
              closed.url("shop.git"),
              GitRef.ofBranch("main"),
              new Credentials.Basic("me", "wrong-secret"),
              TlsMaterial.none(),
              Duration.ofSeconds(30));
      var write =
          new GitWrite(
              request,
              "main",
              BranchStart.SOURCE,
              List.of(),
              Map.of(),
              new GitWrite.GitAuthor("a", "b"),
              Optional.empty(),
              CLOCK);

      assertThatThrownBy(() -> remote.publish("b", write, set("x\n")))
          .isInstanceOfSatisfying(
              FailureException.class,
              thrown ->
                  assertThat(thrown.failure().reason()).isEqualTo(Reason.AUTHENTICATION_FAILED))
          .hasMessageNotContaining("wrong-secret");
    }
  }

  @Test
  void fiftyForeignPushesLoseNothing() throws Exception {
    int foreign = 50;
    var started = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var others =
          threads.submit(() -> {
            for (int i = 0; i < foreign; i++) {
              repository.commit(Map.of("foreign/" + i + ".txt", "x" + i));
              started.countDown();
            }
          });
      started.await();
      for (int i = 2; i <= 6; i++) {
        remote.publish("a", write("main", BranchStart.SOURCE), set("image: app:" + i + "\n"));
      }
      others.get();
    }
    assertThat(remote.publish("a", write("main", BranchStart.SOURCE), set("image: app:6\n")))
        .isInstanceOf(Published.UpToDate.class);
    assertThat(repository.git("ls-tree", "--name-only", "main:foreign").lines()).hasSize(foreign);
    assertThat(show("main:apps/app.yaml")).isEqualTo("image: app:6");
    assertThat(repository.git("rev-list", "--count", "--author=Levada", "main").strip())
        .isEqualTo("5");
    repository.git("fsck", "--strict");
  }

  @Test
  void editsSeeTheTreeOfTheTip() {
    GitEdit seeing =
        (Tree files) -> {
          assertThat(files.list(TreePath.ROOT)).containsExactly("apps", "other", "zz.txt");
          return new GitEdit.Proposal(Map.of(), "");
        };

    assertThat(remote.publish("a", write("main", BranchStart.SOURCE), seeing))
        .isInstanceOf(Published.UpToDate.class);
  }
}
