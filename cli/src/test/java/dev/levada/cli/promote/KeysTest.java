package dev.levada.cli.promote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.forge.ForgeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who a promotion is, and which repository of which host an address means.
class KeysTest {

  private static final String NETRC =
      """
      # machine github.com login commented password out
      machine git.example.com
        login jane password s3cret
      macdef init
      machine github.com login macro password macro

      machine default login named password default
      default login anyone password else
      """;

  private static Keys keys(Map<String, String> environment) {
    return new Keys(environment, Netrc.parse(NETRC), new CredentialHelper(Map.of()));
  }

  private static Credentials git(Map<String, String> environment, String url) {
    return keys(environment).git(url, ForgeAddress.kindOf(url));
  }

  @Test
  void theAddressWinsOverTheVariablesAndTheseOverTheFile() {
    var variables = Map.of("LEVADA_GIT_TOKEN", "ours", "GITHUB_TOKEN", "ci");

    assertThat(git(variables, "https://me:own@github.com/org/fleet"))
        .isEqualTo(new Credentials.Basic("me", "own"));
    assertThat(git(variables, "https://github.com/org/fleet"))
        .isEqualTo(new Credentials.Basic("x-access-token", "ours"));
    assertThat(git(Map.of("GITHUB_TOKEN", "ci"), "https://github.com/org/fleet"))
        .isEqualTo(new Credentials.Basic("x-access-token", "ci"));
    assertThat(git(Map.of("GITHUB_TOKEN", "ci"), "https://git.example.com/fleet"))
        .as("a token goes to no other host")
        .isEqualTo(new Credentials.Basic("jane", "s3cret"));
    assertThat(git(Map.of("GITHUB_TOKEN", " "), "https://github.com/org/fleet"))
        .isEqualTo(new Credentials.Basic("anyone", "else"));
    assertThat(git(Map.of(), "https://default/fleet"))
        .isEqualTo(new Credentials.Basic("named", "default"));
    var nothing = new Keys(Map.of(), Netrc.parse(""), new CredentialHelper(Map.of()));
    assertThat(nothing.git("https://github.com/x", Optional.empty()))
        .isEqualTo(new Credentials.None());
  }

  @Test
  void gitsOwnHelpersAreAskedLast(@TempDir Path folder) throws IOException {
    Path config = folder.resolve("config");
    Files.writeString(
        config,
        """
        [credential "https://git.example.org:8443"]
          helper = "!f() { echo username=jane; echo password=kept; }; f"
        """);
    var variables =
        Map.of(
            "PATH",
            System.getenv("PATH"),
            "GIT_CONFIG_GLOBAL",
            config.toString(),
            "GIT_CONFIG_NOSYSTEM",
            "1");
    var keys = new Keys(variables, Netrc.parse(""), new CredentialHelper(variables));

    assertThat(keys.git("https://git.example.org:8443/fleet", Optional.empty()))
        .isEqualTo(new Credentials.Basic("jane", "kept"));
    assertThat(keys.git("https://git.example.org/fleet", Optional.empty()))
        .as("another port is another host")
        .isEqualTo(new Credentials.None());
    assertThat(keys.git("https://me:own@git.example.org:8443/fleet", Optional.empty()))
        .isEqualTo(new Credentials.Basic("me", "own"));
  }

  @Test
  void anApiGetsATokenOrANameAndPassword() {
    var token = Map.of("LEVADA_GIT_TOKEN", "ours");

    assertThat(keys(token).forge("https://github.com/x", ForgeKind.GITHUB))
        .isEqualTo(new Credentials.Bearer("ours"));
    assertThat(keys(token).forge("https://bitbucket.org/x", ForgeKind.BITBUCKET))
        .isEqualTo(new Credentials.Bearer("ours"));
    assertThat(keys(Map.of()).forge("https://git.example.com/x", ForgeKind.GITEA))
        .isEqualTo(new Credentials.Basic("jane", "s3cret"));
    assertThat(keys(Map.of()).forge("https://git.example.com/x", ForgeKind.GITLAB))
        .isEqualTo(new Credentials.Bearer("s3cret"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/org/fleet.git, GITHUB, https://github.com, org/fleet",
    "ssh://git@gitlab.example.com:2222/a/b/fleet.git, GITLAB, https://gitlab.example.com, a/b/fleet",
    "http://gitea.example.com:3000/org/fleet/, GITEA, http://gitea.example.com:3000, org/fleet",
    "https://bitbucket.org/org/fleet, BITBUCKET, https://bitbucket.org, org/fleet",
    "https://bitbucket.example.com/scm/SHOP/fleet.git, BITBUCKET_SERVER, https://bitbucket.example.com, SHOP/fleet",
    "https://dev.azure.com/org/shop/_git/fleet, AZURE_DEVOPS, https://dev.azure.com, org/shop/_git/fleet"
  })
  void anAddressTellsItsHost(String url, ForgeKind kind, String base, String repository) {
    ForgeAddress address = ForgeAddress.of(url, Optional.empty());

    assertThat(address.kind()).isEqualTo(kind);
    assertThat(address.base()).hasToString(base);
    assertThat(address.repository()).isEqualTo(repository);
  }

  @Test
  void aNameThatTellsNothingNeedsAWord() {
    assertThatThrownBy(() -> ForgeAddress.of("https://git.example.com/fleet", Optional.empty()))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.fix()).isEqualTo("Say it with --forge."))
        .hasMessage("the name of git.example.com does not tell which kind of Git host it is");
    assertThat(
            ForgeAddress.of("https://git.example.com/fleet", Optional.of(ForgeKind.PAGURE)).kind())
        .isEqualTo(ForgeKind.PAGURE);
  }
}
