package dev.levada.fetch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.levada.core.failure.FailureException;
import dev.levada.core.tree.MemoryTree;
import dev.levada.core.tree.Tree;
import dev.levada.core.tree.TreePath;
import dev.levada.fetch.folder.DirectoryTree;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Archives of sources: what is in them, how long they stay, and how they are served.
class ArtifactStoreTest {

  private static final Tree TREE = MemoryTree.ofTexts(Map.of("apps/a.yaml", "a: 1\n"));
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;
  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  ArtifactStore store;

  @BeforeEach
  void start() {
    store = new ArtifactStore(folder.resolve("store"), "store.ns.svc.:80", MINUTE, 2, clock());
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.get();
      }
    };
  }

  private static ArtifactName name(String fileName) {
    return new ArtifactName("gitrepository", "ns", "shop", fileName);
  }

  @Test
  void anArtifactSaysWhereItIsAndWhatItsBytesAre() throws Exception {
    StoredArtifact stored = store.store(name("1.tar.gz"), "main@sha1:1", TREE);
    byte[] bytes;
    try (InputStream in = store.open(stored.path())) {
      bytes = in.readAllBytes();
    }

    assertThat(stored.path()).isEqualTo("gitrepository/ns/shop/1.tar.gz");
    assertThat(stored.url()).isEqualTo("http://store.ns.svc.:80/gitrepository/ns/shop/1.tar.gz");
    assertThat(stored.revision()).isEqualTo("main@sha1:1");
    assertThat(stored.size()).isEqualTo(bytes.length);
    assertThat(stored.updated()).isEqualTo(now.get());
    assertThat(stored.digest())
        .isEqualTo(
            "sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    assertThat(store.holds(stored.path(), stored.digest())).isTrue();
    assertThat(store.holds(stored.path(), "sha256:00")).isFalse();
    assertThat(store.holds("gitrepository/ns/shop/2.tar.gz", stored.digest())).isFalse();
  }

  @Test
  void anArchiveThatWasHarmedIsNotHeld() throws IOException {
    StoredArtifact stored = store.store(name("1.tar.gz"), "r", TREE);
    Path file = folder.resolve("store").resolve(stored.path());
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThat(store.holds(stored.path(), stored.digest())).isFalse();
  }

  @Test
  void theSameFilesGiveTheSameBytesAtAnyTimeAndFromAnySource() throws IOException {
    Path source = Files.createDirectories(folder.resolve("source/apps"));
    Files.writeString(source.resolve("a.yaml"), "a: 1\n");
    StoredArtifact first = store.store(name("1.tar.gz"), "r", TREE);
    now.set(now.get().plusSeconds(3600));

    assertThat(store.store(name("2.tar.gz"), "r", TREE).digest()).isEqualTo(first.digest());
    assertThat(
            store
                .store(name("3.tar.gz"), "r", new DirectoryTree(folder.resolve("source")))
                .digest())
        .isEqualTo(first.digest());
  }

  @Test
  void tarListsFoldersFilesAndModesWithoutOwnersOrTimes() throws Exception {
    Path source = Files.createDirectories(folder.resolve("source"));
    Files.createDirectories(source.resolve("bin"));
    Files.writeString(source.resolve("bin/run.sh"), "#!/bin/sh\n");
    Files.setPosixFilePermissions(
        source.resolve("bin/run.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(source.resolve("bin/words.txt"), "words");
    Files.createSymbolicLink(source.resolve("bin/link"), Path.of("run.sh"));
    StoredArtifact stored = store.store(name("1.tar.gz"), "r", new DirectoryTree(source));

    assertThat(tar("tvzf", stored))
        .isEqualTo(
            """
            drwxr-x--- 0/0               0 1970-01-01 00:00 bin/
            -rwx------ 0/0              10 1970-01-01 00:00 bin/run.sh
            -rw------- 0/0               5 1970-01-01 00:00 bin/words.txt
            """);
  }

  @Test
  void longAndForeignPathsComeOutWhole() throws Exception {
    String longFolder = "f".repeat(90) + "/" + "g".repeat(60);
    String name = "n".repeat(99);
    var files =
        Map.of(
            longFolder + "/" + name,
            "1",
            "é/ü.yaml",
            "2",
            "x".repeat(180) + "/" + "y".repeat(150),
            "3",
            "short",
            "4");
    StoredArtifact stored = store.store(name("1.tar.gz"), "r", MemoryTree.ofTexts(files));
    Path out = Files.createDirectories(folder.resolve("out"));

    tar("xzf", stored, "-C", out.toString());

    for (var file : files.entrySet()) {
      assertThat(out.resolve(file.getKey())).hasContent(file.getValue());
    }
  }

  private String tar(String action, StoredArtifact stored, String... more) throws Exception {
    var command = new ArrayList<String>();
    command.add("tar");
    command.add(action);
    command.add(folder.resolve("store").resolve(stored.path()).toString());
    command.addAll(List.of(more));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(Map.of("TZ", "UTC", "LC_ALL", "C.UTF-8"));
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text;
  }

  @Test
  void whatIsTooOldOrTooMuchIsDeletedButNeverTheOneInUse() {
    StoredArtifact first = store.store(name("1.tar.gz"), "r", TREE);
    later(10);
    store.store(name("2.tar.gz"), "r", TREE);
    later(10);
    store.store(name("3.tar.gz"), "r", TREE);

    store.collect(name("any"), first.path());
    assertThat(files()).containsExactlyInAnyOrder("1.tar.gz", "3.tar.gz");

    later(61);
    store.collect(name("any"), first.path());
    assertThat(files()).containsExactly("1.tar.gz");
  }

  @Test
  void whatAWriteThatWasCutOffLeftIsDeletedInTime() throws IOException {
    StoredArtifact kept = store.store(name("1.tar.gz"), "r", TREE);
    Path left = folder.resolve("store/gitrepository/ns/shop/.fresh1.tmp");
    Files.writeString(left, "half");
    Files.setLastModifiedTime(left, FileTime.from(now.get()));
    later(61);

    store.collect(name("any"), kept.path());

    assertThat(files()).containsExactly("1.tar.gz");
  }

  @Test
  void aTreeThatCannotBeReadLeavesNothingBehind() {
    Tree broken =
        new Tree() {
          @Override
          public Entry entry(TreePath path) {
            return TREE.entry(path);
          }

          @Override
          public List<String> list(TreePath path) {
            return TREE.list(path);
          }

          @Override
          public byte[] read(TreePath path) {
            throw new TooLarge(path, 2, 1);
          }

          @Override
          public long size(TreePath path) {
            return TREE.size(path);
          }

          @Override
          public String identity(TreePath path) {
            return TREE.identity(path);
          }
        };

    assertThatThrownBy(() -> store.store(name("1.tar.gz"), "r", broken))
        .hasMessageContaining("apps/a.yaml");
    assertThat(files()).isEmpty();
  }

  @Test
  void allOfAnObjectCanBeRemoved() {
    StoredArtifact stored = store.store(name("1.tar.gz"), "r", TREE);

    store.removeAll("gitrepository", "ns", "shop");
    store.removeAll("gitrepository", "ns", "never-was");

    assertThat(store.holds(stored.path(), stored.digest())).isFalse();
    assertThat(folder.resolve("store/gitrepository/ns/shop")).doesNotExist();
  }

  @Test
  void aStoreThatCannotBeWrittenSaysSo() throws IOException {
    Files.writeString(folder.resolve("store"), "a file in the way");

    assertThatThrownBy(() -> store.store(name("1.tar.gz"), "r", TREE))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("gitrepository/ns/shop/1.tar.gz")
        .hasMessageContaining("volume");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "", "a/b", ".hidden", "a\\b", "a\0b"})
  void aNameThatIsNoSingleNameIsNoPartOfAPath(String part) {
    assertThatThrownBy(() -> new ArtifactName("gitrepository", "ns", part, "1.tar.gz"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void later(int seconds) {
    now.set(now.get().plusSeconds(seconds));
  }

  private List<String> files() {
    String[] names = folder.resolve("store/gitrepository/ns/shop").toFile().list();
    return names == null ? List.of() : List.of(names);
  }

  @Test
  void archivesAreServedAndNothingElseIs() throws Exception {
    StoredArtifact stored = store.store(name("1.tar.gz"), "r", TREE);
    Files.writeString(folder.resolve("secret"), "secret");
    Files.createSymbolicLink(
        folder.resolve("store/gitrepository/ns/shop/link"), folder.resolve("secret"));
    Files.createSymbolicLink(folder.resolve("store/out"), folder);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", new ArtifactHandler(store));
    server.start();
    int port = server.getAddress().getPort();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> got = ask(client, port, "GET", "/" + stored.path());
      assertThat(got.statusCode()).isEqualTo(200);
      assertThat(got.body()).hasSize((int) stored.size());
      HttpResponse<byte[]> head = ask(client, port, "HEAD", "/" + stored.path());
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(stored.size());
      assertThat(ask(client, port, "POST", "/" + stored.path()).statusCode()).isEqualTo(405);
      for (String path :
          new String[] {
            "/",
            "/gitrepository",
            "/gitrepository/ns/shop/",
            "/gitrepository/ns/shop/link",
            "/out/secret",
            "/gitrepository/ns/shop/2.tar.gz",
            "/%2e%2e/secret",
            "/gitrepository/%2e%2e/%2e%2e/secret",
            "/..%2fsecret",
            "/%00",
            "//secret",
          }) {
        assertThat(ask(client, port, "GET", path).statusCode()).as(path).isEqualTo(404);
      }
      assertThat(raw(port, "/../secret")).doesNotContain("\r\n\r\nsecret").contains(" 404 ");
    } finally {
      server.stop(0);
    }
  }

  private static HttpResponse<byte[]> ask(HttpClient client, int port, String method, String path)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String raw(int port, String path) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
