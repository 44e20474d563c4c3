package dev.levada.operator.pullrequest;

import dev.levada.api.GitProvider;
import dev.levada.core.digest.Sha256;
import dev.levada.core.failure.Failure;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.fetch.Credentials;
import dev.levada.fetch.SecretKeys;
import dev.levada.fetch.TlsMaterial;
import dev.levada.fetch.forge.Forge;
import dev.levada.fetch.forge.ForgeFailed;
import dev.levada.fetch.forge.ForgeKind;
import dev.levada.fetch.forge.ForgeSettings;
import dev.levada.fetch.forge.Forges;
import dev.levada.fetch.forge.GitHubApp;
import dev.levada.fetch.http.WebClients;
import dev.levada.fetch.http.WebSettings;
import dev.levada.operator.source.NamedSecrets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Opens the Git host of a GitProvider, with the credentials of its Secret. They are read anew each
/// time; of a GitHub App the hour-long token is kept.
public final class ForgeAccess {

  private final NamedSecrets secrets;
  private final WebClients clients;
  private final Clock clock;
  private final Map<String, KeptApp> apps = new ConcurrentHashMap<>();

  private record KeptApp(String identity, GitHubApp app) {}

  /// @param secrets reads Secrets
  /// @param clients share connections
  /// @param clock tells the time
  public ForgeAccess(NamedSecrets secrets, WebClients clients, Clock clock) {
    this.secrets = secrets;
    this.clients = clients;
    this.clock = clock;
  }

  /// Asks the host of a provider.
  ///
  /// @throws FailureException where the Secret does not fit, or the host does not do what it is
  ///   asked
  <T> T ask(GitProvider provider, Function<Forge, T> question) {
    try {
      return question.apply(open(provider));
    } catch (ForgeFailed failed) {
      throw new FailureException(failed.failure(), failed);
    }
  }

  private Forge open(GitProvider provider) {
    String secret = provider.spec().secretName();
    Map<String, byte[]> data =
        secret.isEmpty() ? Map.of() : secrets.require(provider.metadata().namespace(), secret);
    var forges = new Forges(clients, clock);
    if (!data.containsKey("githubAppID")) {
      return forges.open(settings(provider, data, SecretKeys.forge(data)));
    }
    ForgeSettings settings = settings(provider, data, new Credentials.None());
    if (settings.kind() != ForgeKind.GITHUB) {
      throw FailureException.stalled(
          Reason.INVALID_PROVIDER_CONFIGURATION,
          "the Secret holds a GitHub App, and spec.type is " + provider.spec().type(),
          "Name a Secret with a token, or set spec.type to github");
    }
    return forges.open(settings, app(provider, data, settings));
  }

  private GitHubApp app(GitProvider provider, Map<String, byte[]> data, ForgeSettings settings) {
    var identity =
        new GitHubApp.Identity(
            text(data, "githubAppID"),
            text(data, "githubAppInstallationID"),
            text(data, "githubAppInstallationOwner"),
            data.getOrDefault("githubAppPrivateKey", new byte[0]));
    String shown = identity + Sha256.hex(identity.key());
    return apps.compute(
            provider.metadata().namespace() + "/" + provider.metadata().name(),
            (name, known) ->
                known != null && known.identity().equals(shown)
                    ? known
                    : new KeptApp(
                        shown, new GitHubApp(identity, clients.get(settings.web()), clock)))
        .app();
  }

  /// Drops what is kept for a provider.
  void forget(String namespace, String name) {
    apps.remove(namespace + "/" + name);
  }

  private static ForgeSettings settings(
      GitProvider provider, Map<String, byte[]> data, Credentials credentials) {
    GitProvider.Spec spec = provider.spec();
    TlsMaterial tls = SecretKeys.tls(data);
    return new ForgeSettings(
        kind(spec.type()),
        address(spec.url()),
        spec.repository(),
        credentials,
        new WebSettings(tls, Optional.empty(), spec.timeout()));
  }

  private static URI address(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException broken) {
      Failure failure =
          new Failure.Stalled(
              Reason.INVALID_PROVIDER_CONFIGURATION,
              "spec.url is no address: " + broken.getMessage(),
              "Write it as https://HOST");
      throw new FailureException(failure, broken);
    }
  }

  private static ForgeKind kind(String type) {
    return ForgeKind.of(type)
        .orElseThrow(() ->
            FailureException.stalled(
                Reason.INVALID_PROVIDER_CONFIGURATION,
                "the type '" + type + "' is not known",
                "Write one of those that `kubectl explain gitprovider.spec.type` names"));
  }

  private static String text(Map<String, byte[]> data, String key) {
    return new String(data.getOrDefault(key, new byte[0]), StandardCharsets.UTF_8).strip();
  }
}
