package dev.levada.fetch.forge;

import dev.levada.fetch.Credentials;
import dev.levada.fetch.http.WebClients;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// Opens repositories at Git hosts; nothing is asked yet.
///
/// @param clients share connections
/// @param clock tells the time
public record Forges(WebClients clients, Clock clock) {

  /// A repository, as whom the settings say.
  public Forge open(ForgeSettings settings) {
    return open(settings, authorization(settings));
  }

  /// A repository at GitHub, as an App. Its token lasts an hour at most: a repository is opened
  /// anew for each piece of work, the App is kept.
  public Forge open(ForgeSettings settings, GitHubApp app) {
    return open(settings, "Bearer " + app.token(gitHub(settings)));
  }

  private Forge open(ForgeSettings settings, String authorization) {
    String base = base(settings);
    String repository = settings.repository().replaceFirst("^/", "").replaceFirst("\\.git$", "");
    return switch (settings.kind()) {
      case GITHUB -> new GitHubForge(api(settings, gitHub(settings), authorization), repository);
      case GITLAB -> new GitLabForge(api(settings, base + "/api/v4", authorization), repository);
      case GITEA -> new GiteaForge(api(settings, base + "/api/v1", authorization), repository);
      case BITBUCKET ->
          new BitbucketForge(api(settings, bitbucket(settings), authorization), repository);
      case BITBUCKET_SERVER ->
          new BitbucketServerForge(api(settings, base + "/rest", authorization), repository);
      case AZURE_DEVOPS -> new AzureDevOpsForge(api(settings, base, authorization), repository);
      case PAGURE -> new PagureForge(api(settings, base + "/api/0", authorization), repository);
    };
  }

  private ForgeApi api(ForgeSettings settings, String base, String authorization) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        "Accept",
        settings.kind() == ForgeKind.GITHUB ? "application/vnd.github+json" : "application/json");
    if (!authorization.isEmpty()) {
      headers.put("Authorization", authorization);
    }
    String place = base(settings) + "/" + settings.repository();
    return new ForgeApi(clients.get(settings.web()), base, place, headers, clock);
  }

  private static String base(ForgeSettings settings) {
    return settings.base().toString().replaceFirst("/+$", "");
  }

  private static String gitHub(ForgeSettings settings) {
    String base = base(settings);
    if (base.endsWith("://github.com")) {
      return "https://api.github.com";
    }
    return base.endsWith("api.github.com") || base.endsWith("/api/v3") ? base : base + "/api/v3";
  }

  private static String bitbucket(ForgeSettings settings) {
    String base = base(settings);
    return base.endsWith("://bitbucket.org") ? "https://api.bitbucket.org/2.0" : base + "/2.0";
  }

  private static String authorization(ForgeSettings settings) {
    return switch (settings.credentials()) {
      case Credentials.None _, Credentials.SshKey _ -> "";
      case Credentials.Bearer(String token) -> token(settings.kind(), token);
      case Credentials.Basic(String username, String password) -> basic(username, password);
    };
  }

  private static String token(ForgeKind kind, String token) {
    return switch (kind) {
      case GITEA, PAGURE -> "token " + token;
      case AZURE_DEVOPS -> basic("", token); // personal access tokens go as a password
      case GITHUB, GITLAB, BITBUCKET, BITBUCKET_SERVER -> "Bearer " + token;
    };
  }

  private static String basic(String username, String password) {
    byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
