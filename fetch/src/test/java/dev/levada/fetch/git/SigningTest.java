package dev.levada.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.core.tree.TreePath;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.TlsMaterial;
import dev.levada.fetch.signing.CommitSigner;
import dev.levada.fetch.signing.OpenPgpSigner;
import dev.levada.fetch.signing.SshSigner;
import dev.levada.testbed.git.GitHttpServer;
import dev.levada.testbed.git.TestRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signed commits, judged by the real git, gpg and ssh-keygen.
class SigningTest {

  private static final TreePath FILE = new TreePath("a.txt");

  @TempDir Path folder;
  private final List<Path> homes = new ArrayList<>();

  private String publish(CommitSigner signer) {
    TestRepository repository = TestRepository.create(folder.resolve("served/shop.git"));
    repository.commit(Map.of("a.txt", "1"));
    try (GitHttpServer server = GitHttpServer.open(folder.resolve("served"))) {
      var request =
          new GitRequest(
              server.url("shop.git"),
              GitRef.ofBranch("main"),
              new Credentials.None(),
              TlsMaterial.none(),
              Duration.ofSeconds(60));
      var write =
          new GitWrite(
              request,
              "main",
              GitWrite.BranchStart.SOURCE,
              List.of(),
              Map.of(),
              new GitWrite.GitAuthor("Levada", "levada@example.com"),
              Optional.of(signer),
              Clock.systemUTC());
      new GitRemote(folder.resolve("cache"))
          .publish(
              "a",
              write,
              files -> new GitEdit.Proposal(Map.of(FILE, bytes("2")), "Signed: ä\n\nbody"));
    }
    return repository.path().toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String run(Map<String, String> more, String... command) throws Exception {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().putAll(more);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", command) + ": " + said).isZero();
    return said;
  }

  @ParameterizedTest(name = "{0} {1}, passphrase {2}")
  @CsvSource({
    "ed25519, 256, ''",
    "ed25519, 256, open sesame",
    "rsa, 3072, ''",
    "ecdsa, 256, ''",
    "ecdsa, 521, ''"
  })
  void gitVerifiesSshSignatures(String type, String bits, String passphrase) throws Exception {
    run(
        Map.of(),
        "ssh-keygen",
        "-q",
        "-t",
        type,
        "-b",
        bits,
        "-N",
        passphrase,
        "-C",
        "x",
        "-f",
        "key");
    String key = Files.readString(folder.resolve("key.pub"));
    Files.writeString(folder.resolve("allowed"), "levada@example.com " + key);

    String repository =
        publish(SshSigner.of(Files.readAllBytes(folder.resolve("key")), passphrase));

    String said =
        run(
            Map.of(),
            "git",
            "-c",
            "safe.directory=*",
            "-c",
            "gpg.ssh.allowedSignersFile=" + folder.resolve("allowed"),
            "-C",
            repository,
            "log",
            "-1",
            "--format=%G? %GS",
            "main");
    assertThat(said.strip()).isEqualTo("G levada@example.com");
  }

  @ParameterizedTest(name = "{0}, passphrase {1}")
  @CsvSource({"ed25519, ''", "rsa2048, open sesame"})
  void gitVerifiesOpenPgpSignatures(String algorithm, String passphrase) throws Exception {
    Map<String, String> home = gpgHome();
    gpg(
        home,
        passphrase,
        "--quick-generate-key",
        "Levada <levada@example.com>",
        algorithm,
        "sign",
        "never");
    gpg(
        home,
        passphrase,
        "--armor",
        "--output",
        "key.asc",
        "--export-secret-keys",
        "levada@example.com");
    byte[] key = Files.readAllBytes(folder.resolve("key.asc"));

    String repository = publish(OpenPgpSigner.of(key, passphrase, Clock.systemUTC()));

    String said =
        run(
            home,
            "git",
            "-c",
            "safe.directory=*",
            "-C",
            repository,
            "log",
            "-1",
            "--format=%G?",
            "main");
    assertThat(said.strip()).endsWith("G");
    if (!passphrase.isEmpty()) {
      assertThatThrownBy(() -> OpenPgpSigner.of(key, "wrong", Clock.systemUTC()))
          .hasMessageContaining("the passphrase does not open the OpenPGP key");
    }
  }

  @AfterEach
  void endAgents() throws Exception {
    for (Path home : homes) {
      run(Map.of("GNUPGHOME", home.toString()), "gpgconf", "--kill", "all");
    }
  }

  private void gpg(Map<String, String> home, String passphrase, String... what) throws Exception {
    Stream<String> unattended =
        Stream.of("gpg", "--batch", "--pinentry-mode", "loopback", "--passphrase", passphrase);
    run(home, Stream.concat(unattended, Stream.of(what)).toArray(String[]::new));
  }

  private Map<String, String> gpgHome() throws IOException {
    Path home = Files.createTempDirectory("gpg");
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    homes.add(home);
    return Map.of("GNUPGHOME", home.toString());
  }

  @Test
  void whatIsNoKeyIsTold() {
    assertThatThrownBy(() -> SshSigner.of(bytes("nonsense"), ""))
        .hasMessageContaining("the commit cannot be signed");
    assertThatThrownBy(() -> OpenPgpSigner.of(bytes("nonsense"), "", Clock.systemUTC()))
        .hasMessageContaining("Put the output of `gpg --export-secret-keys --armor KEY`");
  }
}
