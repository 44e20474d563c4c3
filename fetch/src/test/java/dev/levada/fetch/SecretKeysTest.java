package dev.levada.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// The keys of Secrets that Flux's users know.
class SecretKeysTest {

  private static final String HTTPS = "https://host/repo.git";
  private static final String SSH = "ssh://git@host/repo.git";

  private static Map<String, byte[]> data(String... pairs) {
    var data = new HashMap<String, byte[]>();
    for (int i = 0; i < pairs.length; i += 2) {
      data.put(pairs[i], pairs[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return data;
  }

  private static Failure failure(ThrowingCallable call) {
    Failure failure = catchThrowableOfType(FailureException.class, call).failure();
    assertThat(failure.fix()).isNotEmpty();
    return failure;
  }

  @Test
  void nameAndPasswordOrATokenOrNothing() {
    assertThat(SecretKeys.git(HTTPS, data("username", "me", "password", "word")))
        .isEqualTo(new Credentials.Basic("me", "word"));
    assertThat(SecretKeys.git(HTTPS, data("bearerToken", "token")))
        .isEqualTo(new Credentials.Bearer("token"));
    assertThat(SecretKeys.git(HTTPS, Map.of())).isEqualTo(new Credentials.None());
  }

  @Test
  void aHostIsShownATokenOrANameAndPassword() {
    assertThat(SecretKeys.forge(data("token", "secret\n")))
        .isEqualTo(new Credentials.Bearer("secret"));
    assertThat(SecretKeys.forge(data("bearerToken", "secret")))
        .isEqualTo(new Credentials.Bearer("secret"));
    assertThat(SecretKeys.forge(data("username", "me", "password", "word")))
        .isEqualTo(new Credentials.Basic("me", "word"));
    assertThat(SecretKeys.forge(Map.of())).isEqualTo(new Credentials.None());
    assertThat(failure(() -> SecretKeys.forge(data("tokn", "secret"))).text())
        .contains("neither 'token' nor 'username'")
        .doesNotContain("secret");
  }

  @Test
  void aPasswordNeedsAName() {
    Failure failure = failure(() -> SecretKeys.git(HTTPS, data("password", "hidden")));

    assertThat(failure.reason()).isEqualTo(Reason.AUTHENTICATION_FAILED);
    assertThat(failure.text()).contains("username").doesNotContain("hidden");
  }

  @Test
  void whatTheAddressHoldsCountsWhereTheSecretHasNothing() {
    String url = "https://me:w%40rd+@host/repo.git";

    assertThat(SecretKeys.git(url, Map.of())).isEqualTo(new Credentials.Basic("me", "w@rd+"));
    assertThat(SecretKeys.git(url, data("username", "you", "password", "p")))
        .isEqualTo(new Credentials.Basic("you", "p"));
  }

  @Test
  void sshNeedsAKeyAndKnownHosts() {
    var key =
        (Credentials.SshKey)
            SecretKeys.git(
                SSH, data("identity", "key", "known_hosts", "host ...", "password", "open"));

    assertThat(key.identity()).asString().isEqualTo("key");
    assertThat(key.knownHosts()).asString().isEqualTo("host ...");
    assertThat(key.passphrase()).isEqualTo("open");
    assertThat(failure(() -> SecretKeys.git(SSH, data("known_hosts", "h"))).message())
        .contains("'identity'");
    assertThat(failure(() -> SecretKeys.git(SSH, data("identity", "k"))).message())
        .contains("'known_hosts'");
  }

  @Test
  void aGitHubAppIsSaidNotToBeSupportedYet() {
    Failure failure =
        failure(() -> SecretKeys.git(HTTPS, data("githubAppID", "1", "githubAppPrivateKey", "k")));

    assertThat(failure.message()).contains("GitHub App").contains("not support yet");
  }

  @Test
  void theNewerTlsKeysWinOverTheOlder() {
    TlsMaterial tls =
        SecretKeys.tls(
            data(
                "tls.crt",
                "new cert",
                "certFile",
                "old cert",
                "tls.key",
                "new key",
                "keyFile",
                "old key",
                "ca.crt",
                "new ca",
                "caFile",
                "old ca"));

    assertThat(tls.certificate()).asString().isEqualTo("new cert");
    assertThat(tls.key()).asString().isEqualTo("new key");
    assertThat(tls.authorities()).asString().isEqualTo("new ca");
    assertThat(SecretKeys.tls(data("caFile", "old ca")).authorities())
        .asString()
        .isEqualTo("old ca");
    assertThat(SecretKeys.tls(data("username", "me")).isEmpty()).isTrue();
  }

  @Test
  void aCertificateNeedsItsKeyAndAKeyItsCertificate() {
    assertThat(failure(() -> SecretKeys.tls(data("tls.crt", "c"))).text()).contains("tls.key");
    assertThat(failure(() -> SecretKeys.tls(data("keyFile", "k"))).text()).contains("tls.crt");
  }

  @Test
  void noTextFormShowsASecret() {
    byte[] secret = "hidden-word".getBytes(StandardCharsets.UTF_8);

    for (Object holder :
        new Object[] {
          new Credentials.Basic("me", "hidden-word"),
          new Credentials.Bearer("hidden-word"),
          new Credentials.SshKey(secret, "hidden-word", secret),
          new TlsMaterial(secret, secret, secret),
        }) {
      assertThat(holder.toString()).doesNotContain("hidden-word");
    }
  }
}
