package dev.levada.cli.promote;

import dev.levada.cli.surroundings.OwnSshKey;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.SecretKeys;
import dev.levada.fetch.forge.ForgeKind;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What this process may show to Git hosts. The first that is there counts: a name and password in
/// the address, `LEVADA_GIT_TOKEN` (with `LEVADA_GIT_USERNAME`), the token that the CI system of
/// that host gives, the netrc file, what Git's credential helpers know.
///
/// @param environment the process's variables
/// @param netrc names and passwords by host
/// @param helper asks Git's credential helpers
record Keys(Map<String, String> environment, Netrc netrc, CredentialHelper helper) {

  private static final Map<ForgeKind, List<String>> TOKENS =
      Map.of(
          ForgeKind.GITHUB, List.of("GH_TOKEN", "GITHUB_TOKEN"),
          ForgeKind.GITLAB, List.of("GITLAB_TOKEN"),
          ForgeKind.GITEA, List.of("GITEA_TOKEN", "FORGEJO_TOKEN"),
          ForgeKind.BITBUCKET, List.of("BITBUCKET_TOKEN"),
          ForgeKind.BITBUCKET_SERVER, List.of("BITBUCKET_TOKEN"),
          ForgeKind.AZURE_DEVOPS, List.of("SYSTEM_ACCESSTOKEN", "AZURE_DEVOPS_EXT_PAT"),
          ForgeKind.PAGURE, List.of("PAGURE_TOKEN"));

  /// What Git is shown at an address.
  ///
  /// @param kind the host's kind, as far as it is known
  Credentials git(String url, Optional<ForgeKind> kind) {
    if (url.startsWith("ssh://")) {
      return OwnSshKey.find();
    }
    return pair(url, kind).<Credentials>map(pair -> pair).orElseGet(Credentials.None::new);
  }

  /// What the API of a Git host is shown. Hosts that take no name and password there take the
  /// password as a token.
  Credentials forge(String url, ForgeKind kind) {
    Optional<Credentials.Basic> pair = pair(url, Optional.of(kind));
    if (pair.isEmpty()) {
      return new Credentials.None();
    }
    return switch (kind) {
      case GITHUB, GITLAB, PAGURE -> new Credentials.Bearer(pair.get().password());
      case AZURE_DEVOPS, BITBUCKET_SERVER, GITEA, BITBUCKET ->
          pair.get().username().equals(userOfToken(kind))
              ? new Credentials.Bearer(pair.get().password())
              : pair.get();
    };
  }

  private Optional<Credentials.Basic> pair(String url, Optional<ForgeKind> kind) {
    return inUrl(url)
        .or(() -> ours(kind))
        .or(() -> kind.flatMap(this::ofCi))
        .or(() -> netrc.find(String.valueOf(URI.create(url).getHost())))
        .or(() -> url.startsWith("http") ? helper.find(url) : Optional.empty());
  }

  private static Optional<Credentials.Basic> inUrl(String url) {
    return SecretKeys.git(url.replaceFirst("^ssh:", "https:"), Map.of())
                instanceof Credentials.Basic pair
            && !pair.password().isEmpty()
        ? Optional.of(pair)
        : Optional.empty();
  }

  private Optional<Credentials.Basic> ours(Optional<ForgeKind> kind) {
    String name =
        text("LEVADA_GIT_USERNAME").or(() -> kind.map(Keys::userOfToken)).orElse("levada");
    return text("LEVADA_GIT_TOKEN").map(token -> new Credentials.Basic(name, token));
  }

  private Optional<Credentials.Basic> ofCi(ForgeKind kind) {
    return TOKENS.getOrDefault(kind, List.of()).stream()
        .flatMap(name -> text(name).stream())
        .findFirst()
        .map(token -> new Credentials.Basic(userOfToken(kind), token));
  }

  /// The name that stands before a token where Git wants a name and a password.
  private static String userOfToken(ForgeKind kind) {
    return switch (kind) {
      case GITHUB -> "x-access-token";
      case GITLAB -> "oauth2";
      case BITBUCKET, BITBUCKET_SERVER -> "x-token-auth";
      case GITEA, AZURE_DEVOPS, PAGURE -> "levada";
    };
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
  }
}
