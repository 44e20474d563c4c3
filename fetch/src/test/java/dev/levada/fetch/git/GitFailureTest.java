package dev.levada.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.TlsMaterial;
import dev.levada.testbed.git.Access;
import dev.levada.testbed.git.Fault;
import dev.levada.testbed.git.GitHttpServer;
import dev.levada.testbed.git.TestRepository;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a user reads when fetching fails: the address without credentials, what was wanted, why it
/// did not come, and what to do.
class GitFailureTest {

  private static final String SECRET = "s3cr3t-of-the-user";

  @TempDir Path folder;
  GitHttpServer server;
  GitRemote remote;

  @BeforeEach
  void start() {
    TestRepository repository = TestRepository.create(folder.resolve("served/shop.git"));
    repository.commit(Map.of("a", "1"));
    TestRepository.create(folder.resolve("served/empty.git"));
    server = GitHttpServer.open(folder.resolve("served"));
    remote = new GitRemote(folder.resolve("cache"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static GitRequest request(String url, Credentials credentials, Duration timeout) {
    return new GitRequest(url, GitRef.ofBranch("main"), credentials, TlsMaterial.none(), timeout);
  }

  private GitRequest request(GitRef ref) {
    return ShopRequest.of(server, ref);
  }

  /// Fails both ways of asking and returns the one failure.
  private Failure failure(GitRequest request) {
    Failure resolving = thrown(() -> remote.resolve(request));
    Failure fetching = thrown(() -> remote.fetch("ns/shop", request));
    assertThat(fetching).isEqualTo(resolving);
    assertThat(fetching.fix()).isNotEmpty();
    assertThat(fetching.text()).doesNotContain(SECRET);
    return fetching;
  }

  private static Failure thrown(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    FailureException thrown = catchThrowableOfType(FailureException.class, call);
    assertThat(thrown).isNotNull();
    for (Throwable link = thrown; link != null; link = link.getCause()) {
      assertThat(String.valueOf(link.getMessage())).doesNotContain(SECRET);
    }
    return thrown.failure();
  }

  private Failure failureWithin(Fault fault, Duration timeout) {
    server.fault(fault);
    return failure(request(server.url("shop.git"), new Credentials.None(), timeout));
  }

  @Test
  void aServerThatIsDownIsNamed() {
    Failure failure = failureWithin(new Fault.Down(), Duration.ofSeconds(30));

    assertThat(failure).isInstanceOf(Failure.Retrying.class);
    assertThat(failure.reason()).isEqualTo(Reason.GIT_OPERATION_FAILED);
    assertThat(failure.message())
        .startsWith(
            "branch 'main' of "
                + server.url("shop.git")
                + " cannot be fetched: the server cannot be reached (");
  }

  @Test
  void aServerThatComesBackIsUsedAgain() {
    failureWithin(new Fault.Down(), Duration.ofSeconds(30));
    server.fault(new Fault.None());

    assertThat(remote.fetch("ns/shop", request(GitRef.ofBranch("main"))).revision())
        .startsWith("main@sha1:");
  }

  @Test
  void aServerThatSaysNothingIsGivenUpAtTheTimeout() {
    Instant start = Instant.now();

    Failure failure = failureWithin(new Fault.Slow(), Duration.ofMillis(800));

    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(6));
    assertThat(failure.message()).endsWith("the server did not finish within 0.8 s");
    assertThat(failure.fix()).contains("spec.timeout");
  }

  @Test
  void aServerThatTricklesIsGivenUpAtTheTimeout() {
    Instant start = Instant.now();

    Failure failure =
        failureWithin(new Fault.Trickle(Duration.ofMillis(50)), Duration.ofMillis(1500));

    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
    assertThat(failure.message()).endsWith("the server did not finish within 1.5 s");
  }

  @Test
  void anInterruptEndsTheWaitAtOnce() throws Exception {
    server.fault(new Fault.Slow());
    var outcome = new CompletableFuture<Failure>();
    Thread thread =
        Thread.startVirtualThread(() ->
            outcome.complete(
                thrown(() -> remote.fetch("ns/shop", request(GitRef.ofBranch("main"))))));
    while (server.requests().isEmpty()) {
      Thread.onSpinWait();
    }
    thread.interrupt();

    assertThat(outcome.get(5, TimeUnit.SECONDS).message()).endsWith("it was interrupted");
  }

  @Test
  void aServerThatIsNoGitServerIsToldApart() {
    server.fault(new Fault.Garbage());

    Failure failure = failure(request(GitRef.ofBranch("main")));

    assertThat(failure.reason()).isEqualTo(Reason.GIT_OPERATION_FAILED);
    assertThat(failure.fix()).contains("spec.url");
  }

  @ParameterizedTest
  @CsvSource({
    "401, AUTHENTICATION_FAILED, spec.secretRef",
    "403, AUTHENTICATION_FAILED, spec.secretRef",
    "404, GIT_OPERATION_FAILED, spec.url",
    "500, GIT_OPERATION_FAILED, server",
    "503, GIT_OPERATION_FAILED, server",
  })
  void aStatusIsTold(int status, Reason reason, String fix) {
    Failure failure = failureWithin(new Fault.Status(status), Duration.ofSeconds(30));

    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.message()).contains("HTTP " + status).contains(server.url("shop.git"));
    assertThat(failure.fix()).contains(fix);
  }

  @Test
  void aRepositoryThatIsNotThereIsTold() {
    Failure failure =
        failure(request(server.url("none.git"), new Credentials.None(), Duration.ofSeconds(30)));

    assertThat(failure.message()).contains("knows no such repository").contains("none.git");
  }

  @Test
  void anEmptyRepositoryIsToldApart() {
    Failure failure =
        failure(request(server.url("empty.git"), new Credentials.None(), Duration.ofSeconds(30)));

    assertThat(failure.reason()).isEqualTo(Reason.EMPTY_GIT_REPOSITORY);
    assertThat(failure.text()).contains("empty.git").contains("Push a first commit");
  }

  @Test
  void aReferenceThatIsNotThereIsNamed() {
    assertThat(failure(request(GitRef.ofBranch("gone"))).message())
        .isEqualTo(
            "branch 'gone' of "
                + server.url("shop.git")
                + " cannot be fetched: the repository has none of that name");
    assertThat(failure(request(new GitRef("", "v9", "", "", ""))).message()).startsWith("tag 'v9'");
    assertThat(failure(request(new GitRef("", "", ">9.0.0", "", ""))).text())
        .contains("semver range '>9.0.0'")
        .contains("no tag is a version in this range");
    assertThat(failure(request(new GitRef("", "", "", "refs/pull/1/head", ""))).message())
        .startsWith("reference 'refs/pull/1/head'");
  }

  @Test
  void aCommitThatIsNotThereIsNamed() {
    String unknown = "0123456789012345678901234567890123456789";

    Failure failure =
        thrown(() -> remote.fetch("ns/shop", request(new GitRef("", "", "", "", unknown))));

    assertThat(failure.reason()).isEqualTo(Reason.GIT_OPERATION_FAILED);
    assertThat(failure.message())
        .startsWith("commit '" + unknown + "' of " + server.url("shop.git"));
  }

  @Test
  void aReferenceThatCannotBeOneStallsTheSource() {
    for (GitRef ref :
        List.of(
            new GitRef("a b", "", "", "", ""),
            new GitRef("", "a..b", "", "", ""),
            new GitRef("", "", "newest", "", ""),
            new GitRef("", "", "", "../x", ""),
            new GitRef("", "", "", "", "abc123"))) {
      Failure failure = failure(request(ref));
      assertThat(failure).isInstanceOf(Failure.Stalled.class);
      assertThat(failure.text()).contains("spec.ref").contains(ref.describe());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "git@github.com:owner/repo.git",
        "file:///etc",
        "ftp://host/x",
        "https://",
        "https://ho st/x",
        "",
        "/srv/repo.git",
        "https://me:s3cr3t-of-the-user@",
      })
  void anAddressThatIsNoneStallsTheSource(String url) {
    Failure failure = failure(request(url, new Credentials.None(), Duration.ofSeconds(5)));

    assertThat(failure).isInstanceOf(Failure.Stalled.class);
    assertThat(failure.reason()).isEqualTo(Reason.URL_INVALID);
    assertThat(failure.fix()).contains("https://host/path");
  }

  @Test
  void wrongCredentialsAreRefusedAndNotShown() {
    server.close();
    server =
        new GitHttpServer(
            folder.resolve("served"), new Access.Basic("me", "right"), Optional.empty());

    for (Credentials wrong :
        List.of(
            new Credentials.None(),
            new Credentials.Basic("me", SECRET),
            new Credentials.Bearer(SECRET))) {
      GitRequest request = request(server.url("shop.git"), wrong, Duration.ofSeconds(30));
      Failure failure = failure(request);
      assertThat(failure.reason()).isEqualTo(Reason.AUTHENTICATION_FAILED);
      assertThat(failure.fix()).contains("spec.secretRef");
      assertThat(request.toString() + wrong).doesNotContain(SECRET);
    }
  }

  @Test
  void credentialsInTheAddressAreNeitherSentNorShown() {
    String url = server.url("gone.git").replace("http://", "http://me:" + SECRET + "@");

    Failure failure = failure(request(url, new Credentials.None(), Duration.ofSeconds(30)));

    assertThat(failure.message()).contains("of " + server.url("gone.git") + " cannot");
  }

  @Test
  void credentialsAreNotSentToAServerThatWeAreRedirectedTo() {
    try (var other =
        new GitHttpServer(
            folder.resolve("served"), new Access.Basic("me", SECRET), Optional.empty())) {
      server.fault(new Fault.Redirect(other.base()));

      Failure failure =
          failure(
              request(
                  server.url("shop.git"),
                  new Credentials.Basic("me", SECRET),
                  Duration.ofSeconds(30)));

      assertThat(other.requests()).isNotEmpty();
      assertThat(failure.reason()).isEqualTo(Reason.AUTHENTICATION_FAILED);
    }
  }
}
