package dev.levada.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import dev.levada.testbed.git.Edit;
import dev.levada.testbed.git.TestRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Fetching over plain HTTP: what every kind of reference gives, and what the tree holds.
class HttpFetchTest extends ServedShop {

  private GitRequest request(GitRef ref) {
    return ShopRequest.of(server, ref);
  }

  @Test
  void aBranchIsFetchedWithItsFilesAndItsCommit() {
    repository.commit(Map.of("old.yaml", "gone: true\n"));
    String commit =
        repository.commit(
            "main",
            "Ship it\n\nwith a body",
            List.of(
                new Edit.Removal("old.yaml"),
                Edit.File.text("apps/a.yaml", "a: 1\n"),
                new Edit.File(
                    "apps/run.sh",
                    "#!/bin/sh\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    true),
                new Edit.Link("apps/link", "a.yaml"),
                new Edit.Submodule("vendor", "0123456789012345678901234567890123456789")));

    GitSnapshot snapshot = remote.fetch("ns/shop", request(GitRef.ofBranch("main")));

    assertThat(snapshot.revision()).isEqualTo("main@sha1:" + commit);
    assertThat(snapshot.commit()).isEqualTo(commit);
    assertThat(snapshot.subject()).isEqualTo("Ship it");
    assertThat(snapshot.committed()).isEqualTo(TestRepository.START.plusSeconds(60));
    Tree tree = snapshot.tree();
    assertThat(tree.list(TreePath.ROOT)).containsExactly("apps");
    assertThat(tree.list(new TreePath("apps"))).containsExactly("a.yaml", "link", "run.sh");
    assertThat(tree.read(new TreePath("apps/a.yaml"))).asString().isEqualTo("a: 1\n");
    assertThat(tree.entry(new TreePath("apps/a.yaml"))).isEqualTo(new Tree.Entry.File(false));
    assertThat(tree.size(new TreePath("apps/a.yaml"))).isEqualTo(5);
    assertThat(tree.entry(new TreePath("apps/run.sh"))).isEqualTo(new Tree.Entry.File(true));
    assertThat(tree.entry(new TreePath("apps/link"))).isEqualTo(new Tree.Entry.Link("a.yaml"));
    assertThat(tree.entry(new TreePath("vendor"))).isEqualTo(new Tree.Entry.Absent());
    assertThat(tree.identity(new TreePath("apps")))
        .isEqualTo(repository.git("rev-parse", "main:apps"));
  }

  private String resolveAndFetch(GitRef ref) {
    String resolved = remote.resolve(request(ref));
    String fetched = remote.fetch("ns/shop", request(ref)).revision();
    assertThat(fetched).as("what is resolved is what is fetched").isEqualTo(resolved);
    return fetched;
  }

  @Test
  void everyKindOfReferenceLeadsToItsCommit() {
    String first = repository.commit(Map.of("a", "1"));
    String second = repository.commit(Map.of("a", "2"));
    repository.branch("team/dev", first);
    repository.branch("master", first);
    repository.tag("v1.0.0", first);
    repository.annotatedTag("v1.1.0", second, "release");
    repository.reference("refs/pull/7/head", first);
    String c = "@sha1:";

    assertThat(resolveAndFetch(new GitRef("", "", "", "", ""))).isEqualTo("master" + c + first);
    assertThat(resolveAndFetch(GitRef.ofBranch("team/dev"))).isEqualTo("team/dev" + c + first);
    assertThat(resolveAndFetch(new GitRef("", "v1.0.0", "", "", "")))
        .isEqualTo("v1.0.0" + c + first);
    assertThat(resolveAndFetch(new GitRef("", "v1.1.0", "", "", "")))
        .isEqualTo("v1.1.0" + c + second);
    assertThat(resolveAndFetch(new GitRef("", "", ">=1.0.0", "", "")))
        .isEqualTo("v1.1.0" + c + second);
    assertThat(resolveAndFetch(new GitRef("", "", "~1.0.0", "", "")))
        .isEqualTo("v1.0.0" + c + first);
    assertThat(resolveAndFetch(new GitRef("", "", "", "refs/pull/7/head", "")))
        .isEqualTo("refs/pull/7/head" + c + first);
    assertThat(resolveAndFetch(new GitRef("", "", "", "refs/heads/main", "")))
        .isEqualTo("refs/heads/main" + c + second);
    assertThat(resolveAndFetch(new GitRef("", "", "", "refs/tags/v1.1.0^{}", "")))
        .isEqualTo("refs/tags/v1.1.0^{}" + c + second);
    assertThat(resolveAndFetch(new GitRef("", "", "", "", first))).isEqualTo("sha1:" + first);
    assertThat(resolveAndFetch(new GitRef("main", "", "", "", first)))
        .isEqualTo("main" + c + first);
  }

  @Test
  void commitComesBeforeNameBeforeRangeBeforeTagBeforeBranch() {
    String first = repository.commit(Map.of("a", "1"));
    String second = repository.commit(Map.of("a", "2"));
    repository.tag("v1.0.0", first);
    repository.tag("v2.0.0", second);

    assertThat(resolveAndFetch(new GitRef("main", "v1.0.0", "", "", ""))).startsWith("v1.0.0@");
    assertThat(resolveAndFetch(new GitRef("main", "v1.0.0", "*", "", ""))).startsWith("v2.0.0@");
    assertThat(resolveAndFetch(new GitRef("main", "v1.0.0", "*", "refs/heads/main", "")))
        .startsWith("refs/heads/main@");
    assertThat(resolveAndFetch(new GitRef("", "v1.0.0", "*", "refs/heads/main", first)))
        .isEqualTo("sha1:" + first);
  }

  @Test
  void ofEqualVersionsTheOneCommittedLastCounts() {
    String first = repository.commit(Map.of("a", "1"));
    String second = repository.commit(Map.of("a", "2"));
    String third = repository.commit(Map.of("a", "3"));
    repository.tag("1.0.0+a", second);
    repository.tag("v1.0.0", third);
    repository.tag("1.0.0+z", first);

    assertThat(resolveAndFetch(new GitRef("", "", "1.x", "", "")))
        .isEqualTo("v1.0.0@sha1:" + third);
    assertThat(folder.resolve("cache")).isDirectoryNotContaining("glob:**/scratch*");
  }

  @Test
  void aBranchThatMovedIsFetchedAndTheOlderTreeStaysReadable() {
    repository.commit(Map.of("same/a", "1", "b", "1"));
    GitSnapshot before = remote.fetch("ns/shop", request(GitRef.ofBranch("main")));
    repository.commit(Map.of("b", "2"));
    GitSnapshot after = remote.fetch("ns/shop", request(GitRef.ofBranch("main")));
    remote.forget("ns/shop");

    assertThat(after.revision()).isNotEqualTo(before.revision());
    assertThat(before.tree().read(new TreePath("b"))).asString().isEqualTo("1");
    assertThat(after.tree().read(new TreePath("b"))).asString().isEqualTo("2");
    assertThat(after.tree().identity(new TreePath("same")))
        .isEqualTo(before.tree().identity(new TreePath("same")));
  }

  @Test
  void aBranchThatWasPushedByForceIsFollowed() {
    repository.commit(Map.of("a", "1"));
    remote.fetch("ns/shop", request(GitRef.ofBranch("main")));
    String other = repository.commit("elsewhere", Map.of("a", "other"));
    repository.branch("main", other);

    assertThat(remote.fetch("ns/shop", request(GitRef.ofBranch("main"))).commit()).isEqualTo(other);
  }

  @Test
  void resolvingFetchesNoObjects() {
    repository.commit(Map.of("a", "1"));

    remote.resolve(request(GitRef.ofBranch("main")));

    assertThat(server.requests())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("GET /shop.git/info/refs"));
  }

  @Test
  void manyFetchesDoNotMakeTheCacheGrowWithoutEnd() throws IOException {
    GitSnapshot first = null;
    for (int i = 0; i < 45; i++) {
      repository.commit(Map.of("a", "" + i));
      GitSnapshot snapshot = remote.fetch("ns/shop", request(GitRef.ofBranch("main")));
      first = first == null ? snapshot : first;
    }

    assertThat(first.tree().read(new TreePath("a"))).asString().isEqualTo("0");
    try (var files = Files.walk(folder.resolve("cache"))) {
      List<Path> repositories = files.filter(file -> file.endsWith("objects/pack")).toList();
      assertThat(repositories).as("a second repository took over").hasSize(2);
    }
  }

  @Test
  void aSecondFetchOfTheSameCommitAfterARestartOnlyAsksForTheReferences() {
    repository.commit(Map.of("a", "1"));
    remote.fetch("ns/shop", request(GitRef.ofBranch("main")));
    int before = server.requests().size();

    GitSnapshot again =
        new GitRemote(folder.resolve("cache")).fetch("ns/shop", request(GitRef.ofBranch("main")));

    assertThat(again.tree().read(new TreePath("a"))).asString().isEqualTo("1");
    assertThat(server.requests()).as("references, no objects").hasSize(before + 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*.pack", "*.idx", "config", "HEAD", "latest"})
  void aCacheThatWasCutOffIsThrownAwayAndFetchedAnew(String broken) throws IOException {
    repository.commit(Map.of("a", "1", "dir/b", "2"));
    remote.fetch("ns/shop", request(GitRef.ofBranch("main")));
    try (var files = Files.walk(folder.resolve("cache"))) {
      var matcher = FileSystems.getDefault().getPathMatcher("glob:" + broken);
      for (Path file : files.filter(file -> matcher.matches(file.getFileName())).toList()) {
        file.toFile().setWritable(true);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20));
      }
    }

    GitSnapshot again =
        new GitRemote(folder.resolve("cache")).fetch("ns/shop", request(GitRef.ofBranch("main")));

    assertThat(again.tree().read(new TreePath("a"))).asString().isEqualTo("1");
    assertThat(again.tree().read(new TreePath("dir/b"))).asString().isEqualTo("2");
  }

  @Test
  void whatWasGivenUpOrLeftHalfWayIsSweptAtTheNextStart() throws IOException {
    repository.commit(Map.of("a", "1"));
    remote.fetch("ns/shop", request(GitRef.ofBranch("main")));
    remote.forget("ns/shop");
    Files.createDirectories(folder.resolve("cache/scratch123/1"));

    assertThat(new GitRemote(folder.resolve("cache"))).isNotNull();

    assertThat(folder.resolve("cache")).isEmptyDirectory();
  }

  @Test
  void manyThreadsReadOneTreeAtOnce() throws Exception {
    var files = new HashMap<String, String>();
    for (int i = 0; i < 200; i++) {
      files.put("d" + i % 20 + "/f" + i, "content " + i);
    }
    repository.commit(files);
    Tree tree = remote.fetch("ns/shop", request(GitRef.ofBranch("main"))).tree();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> reads = new ArrayList<>();
      for (int thread = 0; thread < 16; thread++) {
        reads.add(() ->
            files.entrySet().stream()
                .allMatch(file ->
                    new String(tree.read(new TreePath(file.getKey())), StandardCharsets.UTF_8)
                        .equals(file.getValue())));
      }
      for (Future<Boolean> read : threads.invokeAll(reads)) {
        assertThat(read.get()).isTrue();
      }
    }
  }

  @Test
  void aFileBeyondTheLimitIsRefusedAndItsSizeIsKnown() {
    byte[] large = new byte[(50 << 20) + 1];
    repository.commit("main", "large", List.of(new Edit.File("large.bin", large, false)));
    Tree tree = remote.fetch("ns/shop", request(GitRef.ofBranch("main"))).tree();

    assertThat(tree.size(new TreePath("large.bin"))).isEqualTo(large.length);
    assertThatThrownBy(() -> tree.read(new TreePath("large.bin")))
        .isInstanceOf(Tree.TooLarge.class)
        .hasMessageContaining("large.bin");
  }
}
