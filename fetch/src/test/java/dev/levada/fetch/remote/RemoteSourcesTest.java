package dev.levada.fetch.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.levada.core.kustomize.Build;
import dev.levada.core.kustomize.BuildFailed;
import dev.levada.core.kustomize.BuildOptions;
import dev.levada.core.kustomize.Kustomizer;
import dev.levada.core.tree.MemoryTree;
import dev.levada.core.tree.TreePath;
import dev.levada.fetch.Credentials;
import dev.levada.testbed.git.GitHttpServer;
import dev.levada.testbed.git.GitSshServer;
import dev.levada.testbed.git.TestRepository;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kustomizations with remote resources, built from real servers.
class RemoteSourcesTest {

  private static final String CONFIG = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\n";

  @TempDir Path folder;

  @Test
  void aFolderOfARepositoryIsBuilt() {
    TestRepository repository = repository();
    String first = repository.git("rev-parse", "HEAD").strip();
    repository.tag("v1", first);
    repository.commit(Map.of("base/a.yaml", CONFIG.formatted("later")));
    try (var server = GitHttpServer.open(folder.resolve("served"))) {
      String url = server.url("shop.git");

      assertThat(names(url + "/base")).containsExactly("later");
      assertThat(names(url + "//base?ref=v1")).containsExactly("first");
      assertThat(names(url + "//base?ref=" + first)).containsExactly("first");
      assertThat(names("git::" + url + "//base?version=v1&timeout=20s")).containsExactly("first");
      assertThatThrownBy(() -> names(url + "//base?ref=none"))
          .isInstanceOf(BuildFailed.class)
          .hasMessageContaining("failed to run 'git fetch' for '" + url + "' at 'none'");
      assertThatThrownBy(() -> names(url + "//gone"))
          .isInstanceOf(BuildFailed.class)
          .hasMessageContaining("must build at directory");
    }
  }

  @Test
  void aRepositoryBehindSshIsBuilt() {
    repository();
    try (var server = GitSshServer.open(folder.resolve("served"))) {
      var key =
          new Credentials.SshKey(
              server.identity().getBytes(StandardCharsets.UTF_8),
              "",
              server.knownHosts().getBytes(StandardCharsets.UTF_8));
      var sources = new RemoteSources(folder.resolve("ssh"), key);

      assertThat(names(server.url("shop.git") + "/base", sources)).containsExactly("first");
    }
  }

  @Test
  void onlyTheRepositoriesThatWereUsedLastAreKept() throws IOException {
    TestRepository repository = repository();
    String head = repository.git("rev-parse", "HEAD").strip();
    List.of("v1", "v2", "v3").forEach(tag -> repository.tag(tag, head));
    Path cache = folder.resolve("small");
    try (var server = GitHttpServer.open(folder.resolve("served"))) {
      var sources = new RemoteSources(cache, new Credentials.None(), 2);
      for (String tag : List.of("v1", "v2", "v1", "v3", "v1")) {
        names(server.url("shop.git") + "//base?ref=refs/tags/" + tag, sources);
      }

      assertThat(kept(cache)).isEqualTo(2);
    }
  }

  @Test
  void whatWasLeftLongAgoIsDeleted() throws IOException {
    Path cache = folder.resolve("left");
    Path old = Files.createDirectories(cache.resolve("old/1/objects"));
    Files.writeString(old.resolve("pack"), "x");
    Path young = Files.createDirectories(cache.resolve("young/1"));
    Instant now = Instant.now();
    Files.setLastModifiedTime(cache.resolve("old"), FileTime.from(now.minus(Duration.ofDays(8))));

    OldFolders.delete(cache, Duration.ofDays(7), now);

    assertThat(cache.resolve("old")).doesNotExist();
    assertThat(young).exists();
  }

  /// How many repositories are not given up; the files of others wait for whoever reads from them.
  private static long kept(Path cache) throws IOException {
    try (var folders = Files.walk(cache, 2)) {
      return folders
          .filter(path -> cache.relativize(path).getNameCount() == 2)
          .filter(repository -> !Files.exists(repository.resolve("dropped")))
          .count();
    }
  }

  @Test
  void aFileIsReadOverHttp() throws IOException {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(loopback, 0);
    server.createContext(
        "/",
        exchange -> {
          boolean known = exchange.getRequestURI().getPath().equals("/a.yaml");
          byte[] body = CONFIG.formatted("served").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(known ? 200 : 404, known ? body.length : -1);
          if (known) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
    try {
      String base = "http://127.0.0.1:" + server.getAddress().getPort();

      assertThat(names(base + "/a.yaml")).containsExactly("served");
      assertThatThrownBy(() -> names(base + "/b.yaml"))
          .isInstanceOf(BuildFailed.class)
          .hasMessageContaining("HTTP Error: status code 404 (Not Found)");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void nothingIsFetchedWhereThatIsSwitchedOff() {
    assertThatThrownBy(() -> names("https://example.com/a/b.git//c", null))
        .isInstanceOf(BuildFailed.class)
        .hasMessageContaining("remote bases are switched off");
  }

  @Test
  void aRepositoryOnDiskIsRefused() {
    assertThatThrownBy(() -> names("file:///srv/shop.git//base"))
        .isInstanceOf(BuildFailed.class)
        .hasMessageContaining("only http, https and ssh are");
  }

  private TestRepository repository() {
    TestRepository repository = TestRepository.create(folder.resolve("served/shop.git"));
    repository.commit(
        Map.of(
            "base/kustomization.yaml",
            "resources: [a.yaml]\n",
            "base/a.yaml",
            CONFIG.formatted("first")));
    return repository;
  }

  private java.util.List<String> names(String address) {
    return names(address, new RemoteSources(folder.resolve("cache"), new Credentials.None()));
  }

  private static java.util.List<String> names(
      String address, @org.jspecify.annotations.Nullable RemoteSources sources) {
    var tree = MemoryTree.ofTexts(Map.of("kustomization.yaml", "resources: ['" + address + "']\n"));
    BuildOptions options =
        sources == null ? BuildOptions.COMMAND_LINE : BuildOptions.COMMAND_LINE.with(sources);
    Build build = Kustomizer.build(tree, TreePath.ROOT, options);
    return build.manifests().stream().map(manifest -> manifest.name()).toList();
  }
}
