package dev.levada.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.tree.TreePath;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.TlsMaterial;
import dev.levada.testbed.git.Access;
import dev.levada.testbed.git.GitHttpServer;
import dev.levada.testbed.git.GitSshServer;
import dev.levada.testbed.git.TestAuthority;
import dev.levada.testbed.git.TestRepository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fetching where the server wants to know who we are, and we who it is.
class SecureFetchTest {

  private static final Credentials NONE = new Credentials.None();

  @TempDir Path folder;
  TestRepository repository;
  GitRemote remote;
  final TestAuthority authority = new TestAuthority("test authority");

  @BeforeEach
  void start() {
    repository = TestRepository.create(folder.resolve("served/shop.git"));
    repository.commit(Map.of("a", "1"));
    remote = new GitRemote(folder.resolve("cache"));
  }

  private GitHttpServer server(Access access) {
    return new GitHttpServer(folder.resolve("served"), access, Optional.empty());
  }

  private GitHttpServer secureServer(Access access, boolean clientCertificate) {
    return new GitHttpServer(
        folder.resolve("served"), access, Optional.of(authority.server(clientCertificate)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private TlsMaterial trusting() {
    return new TlsMaterial(new byte[0], new byte[0], bytes(authority.certificate()));
  }

  private String fetch(String url, Credentials credentials, TlsMaterial tls) {
    var request =
        new GitRequest(url, GitRef.ofBranch("main"), credentials, tls, Duration.ofSeconds(30));
    assertThat(remote.resolve(request)).startsWith("main@sha1:");
    return new String(
        remote.fetch("key", request).tree().read(new TreePath("a")), StandardCharsets.UTF_8);
  }

  private Failure failure(String url, Credentials credentials, TlsMaterial tls) {
    return catchThrowableOfType(FailureException.class, () -> fetch(url, credentials, tls))
        .failure();
  }

  @Test
  void nameAndPasswordAreShownWithTheFirstRequest() {
    try (var server = server(new Access.Basic("me", "pässword"))) {
      assertThat(
              fetch(
                  server.url("shop.git"),
                  new Credentials.Basic("me", "pässword"),
                  TlsMaterial.none()))
          .isEqualTo("1");
    }
  }

  @Test
  void aBearerTokenIsShown() {
    try (var server = server(new Access.Bearer("token"))) {
      assertThat(fetch(server.url("shop.git"), new Credentials.Bearer("token"), TlsMaterial.none()))
          .isEqualTo("1");
    }
  }

  @Test
  void aServerOfOurOwnAuthorityIsTrusted() {
    try (var server = secureServer(new Access.Basic("me", "word"), false)) {
      assertThat(fetch(server.url("shop.git"), new Credentials.Basic("me", "word"), trusting()))
          .isEqualTo("1");
    }
  }

  @Test
  void aServerOfAnUnknownAuthorityIsNotTrusted() {
    try (var server = secureServer(new Access.Open(), false)) {
      Failure unknown = failure(server.url("shop.git"), NONE, TlsMaterial.none());
      assertThat(unknown.reason()).isEqualTo(Reason.GIT_OPERATION_FAILED);
      assertThat(unknown.message()).contains("TLS failed").contains(server.url("shop.git"));
      assertThat(unknown.fix()).contains("ca.crt");

      byte[] another = bytes(new TestAuthority("another").certificate());
      assertThat(
              failure(
                      server.url("shop.git"),
                      NONE,
                      new TlsMaterial(new byte[0], new byte[0], another))
                  .message())
          .contains("TLS failed");
    }
  }

  @Test
  void aClientCertificateIsShownToAServerThatWantsOne() {
    TestAuthority.Pem client = authority.client("engine");
    var material =
        new TlsMaterial(
            bytes(client.certificate()), bytes(client.key()), bytes(authority.certificate()));
    try (var server = secureServer(new Access.Open(), true)) {
      assertThat(fetch(server.url("shop.git"), NONE, material)).isEqualTo("1");
      assertThat(failure(server.url("shop.git"), NONE, trusting()).text())
          .contains("client certificate");
    }
  }

  @Test
  void tlsMaterialThatIsNoneIsToldApart() {
    try (var server = secureServer(new Access.Open(), false)) {
      var material = new TlsMaterial(new byte[0], new byte[0], bytes("not a certificate"));
      Failure failure = failure(server.url("shop.git"), NONE, material);
      assertThat(failure.reason()).isEqualTo(Reason.AUTHENTICATION_FAILED);
      assertThat(failure.text()).contains("ca.crt");
    }
  }

  private static Credentials.SshKey key(String identity, String hosts) {
    return new Credentials.SshKey(bytes(identity), "", bytes(hosts));
  }

  @Test
  void anSshKeyOpensTheRepository() {
    try (var server = GitSshServer.open(folder.resolve("served"))) {
      Credentials key = key(server.identity(), server.knownHosts());
      assertThat(fetch(server.url("shop.git"), key, TlsMaterial.none())).isEqualTo("1");
      String first = remote.resolve(request(server, key));
      repository.commit(Map.of("a", "2"));
      assertThat(remote.fetch("key", request(server, key)).revision()).isNotEqualTo(first);
    }
  }

  private static GitRequest request(GitSshServer server, Credentials key) {
    return new GitRequest(
        server.url("shop.git"),
        GitRef.ofBranch("main"),
        key,
        TlsMaterial.none(),
        Duration.ofSeconds(30));
  }

  @Test
  void anSshServerThatIsNotAmongTheKnownHostsIsRefused() {
    try (var server = GitSshServer.open(folder.resolve("served"));
        var another = GitSshServer.open(folder.resolve("served"))) {
      String wrongKey =
          server.knownHosts().split(" ")[0]
              + another.knownHosts().substring(another.knownHosts().indexOf(' '));
      for (String hosts : new String[] {"", another.knownHosts(), wrongKey}) {
        Failure failure =
            failure(server.url("shop.git"), key(server.identity(), hosts), TlsMaterial.none());
        assertThat(failure.reason()).isEqualTo(Reason.AUTHENTICATION_FAILED);
        assertThat(failure.text()).contains("known_hosts").contains("127.0.0.1");
      }
    }
  }

  @Test
  void aRevokedHostKeyIsRefusedEvenWhereAnotherLineTrustsIt() {
    try (var server = GitSshServer.open(folder.resolve("served"))) {
      String hosts = server.knownHosts() + "@revoked " + server.knownHosts();
      assertThat(
              failure(server.url("shop.git"), key(server.identity(), hosts), TlsMaterial.none())
                  .text())
          .contains("known_hosts");
    }
  }

  @Test
  void anSshKeyThatTheServerDoesNotKnowIsRefused() {
    try (var server = GitSshServer.open(folder.resolve("served"));
        var another = GitSshServer.open(folder.resolve("served"))) {
      Failure failure =
          failure(
              server.url("shop.git"),
              key(another.identity(), server.knownHosts()),
              TlsMaterial.none());
      assertThat(failure.reason()).isEqualTo(Reason.AUTHENTICATION_FAILED);
      assertThat(failure.message()).contains("the server refused the SSH key");
      assertThat(failure.fix()).contains("deploy keys");
    }
  }

  @Test
  void anSshRepositoryThatIsNotThereIsTold() {
    try (var server = GitSshServer.open(folder.resolve("served"))) {
      Failure failure =
          failure(
              server.url("none.git"),
              key(server.identity(), server.knownHosts()),
              TlsMaterial.none());
      assertThat(failure.reason()).isEqualTo(Reason.GIT_OPERATION_FAILED);
      assertThat(failure.message()).contains("none.git");
    }
  }

  @Test
  void sshWithoutAKeyOrWithOneThatIsNoneIsTold() {
    assertThat(failure("ssh://git@127.0.0.1:1/x.git", NONE, TlsMaterial.none()).text())
        .contains("no SSH key")
        .contains("'identity'");
    var broken = new Credentials.SshKey(bytes("not a key"), "", bytes("h ssh-rsa AAAA"));
    assertThat(failure("ssh://git@127.0.0.1:1/x.git", broken, TlsMaterial.none()).reason())
        .isEqualTo(Reason.AUTHENTICATION_FAILED);
  }
}
