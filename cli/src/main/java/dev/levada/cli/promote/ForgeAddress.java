package dev.levada.cli.promote;

import dev.levada.cli.surroundings.CommandFailure;
import dev.levada.fetch.forge.ForgeKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which repository of which Git host an address means.
///
/// @param kind the host's language
/// @param base the host's address for its API
/// @param repository the repository's path there
record ForgeAddress(ForgeKind kind, URI base, String repository) {

  private static final Map<String, ForgeKind> KNOWN =
      Map.of(
          "github.com", ForgeKind.GITHUB,
          "gitlab.com", ForgeKind.GITLAB,
          "codeberg.org", ForgeKind.GITEA,
          "gitea.com", ForgeKind.GITEA,
          "bitbucket.org", ForgeKind.BITBUCKET,
          "dev.azure.com", ForgeKind.AZURE_DEVOPS,
          "pagure.io", ForgeKind.PAGURE);
  private static final Map<String, ForgeKind> TELLING =
      Map.of(
          "github", ForgeKind.GITHUB,
          "gitlab", ForgeKind.GITLAB,
          "gitea", ForgeKind.GITEA,
          "forgejo", ForgeKind.GITEA,
          "bitbucket", ForgeKind.BITBUCKET_SERVER,
          "pagure", ForgeKind.PAGURE);

  /// Reads the address of a repository.
  ///
  /// @param url as Git takes it
  /// @param said the kind that the user names; else it is told from the host's name
  /// @throws CommandFailure where the kind cannot be told
  static ForgeAddress of(String url, Optional<ForgeKind> said) {
    URI address = uri(url);
    String host = String.valueOf(address.getHost());
    ForgeKind kind = said.or(() -> guess(host)).orElseThrow(() -> unknown(host));
    String path =
        String.valueOf(address.getPath()).replaceFirst("^/+", "").replaceFirst("(\\.git)?/*$", "");
    return new ForgeAddress(kind, base(address, host), repository(kind, path));
  }

  /// The kind that the host's name tells, if it does.
  static Optional<ForgeKind> kindOf(String url) {
    return guess(uri(url).getHost());
  }

  private static URI uri(String url) {
    try {
      var address = new URI(url);
      if (address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException broken) {
      throw noAddress(url, broken);
    }
    throw noAddress(url, null);
  }

  private static CommandFailure noAddress(String url, @Nullable Exception cause) {
    return new CommandFailure(
        "'" + url + "' is no address of a repository",
        "Write https://HOST/PATH or ssh://git@HOST/PATH.",
        cause);
  }

  private static Optional<ForgeKind> guess(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(KNOWN.get(name))
        .or(() ->
            List.of(name.split("\\.")).stream().flatMap(part -> named(part).stream()).findFirst());
  }

  private static Optional<ForgeKind> named(String part) {
    return Optional.ofNullable(TELLING.get(part));
  }

  private static CommandFailure unknown(String host) {
    return new CommandFailure(
        "the name of " + host + " does not tell which kind of Git host it is",
        "Say it with --forge.");
  }

  /// An API is spoken to over https, unless Git goes over http.
  private static URI base(URI address, String host) {
    boolean web = address.getScheme().startsWith("http");
    String port = web && address.getPort() >= 0 ? ":" + address.getPort() : "";
    return URI.create((web ? address.getScheme() : "https") + "://" + host + port);
  }

  private static String repository(ForgeKind kind, String path) {
    return switch (kind) {
      case BITBUCKET_SERVER -> path.replaceFirst("^scm/", "");
      case GITHUB, GITLAB, GITEA, BITBUCKET, AZURE_DEVOPS, PAGURE -> path;
    };
  }
}
