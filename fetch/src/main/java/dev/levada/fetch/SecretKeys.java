package dev.levada.fetch;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// Reads credentials from the data of a Secret, by the keys that Flux's users know (flux-api §1.0).
public final class SecretKeys {

  private SecretKeys() {}

  /// What to show a Git server.
  ///
  /// @param url the repository's URL; a user and password in it count where the Secret has none
  /// @param data the Secret's data; empty for no Secret
  /// @throws FailureException where the data does not fit the URL
  public static Credentials git(String url, Map<String, byte[]> data) {
    if (data.containsKey("githubAppID")) {
      throw FailureException.stalled(
          Reason.INVALID_PROVIDER_CONFIGURATION,
          "the Secret holds a GitHub App, which Levada does not support yet",
          "Use a token: a Secret with username and password");
    }
    if (url.startsWith("ssh://")) {
      return data.isEmpty() ? new Credentials.None() : ssh(data);
    }
    String token = text(data, "bearerToken");
    if (!token.isEmpty()) {
      return new Credentials.Bearer(token);
    }
    return basic(text(data, "username"), text(data, "password"))
        .or(() -> inUrl(url))
        .orElseGet(Credentials.None::new);
  }

  /// What to show the API of a Git host.
  ///
  /// @param data the Secret's data; empty for no Secret
  /// @throws FailureException where it holds no credentials
  public static Credentials forge(Map<String, byte[]> data) {
    String token = text(data, "token").strip();
    String bearer = token.isEmpty() ? text(data, "bearerToken").strip() : token;
    if (!bearer.isEmpty()) {
      return new Credentials.Bearer(bearer);
    }
    Optional<Credentials> pair = basic(text(data, "username"), text(data, "password"));
    if (pair.isEmpty() && !data.isEmpty()) {
      throw invalid(
          "the Secret has neither 'token' nor 'username' and 'password'", "Put a token there");
    }
    return pair.orElseGet(Credentials.None::new);
  }

  private static Credentials ssh(Map<String, byte[]> data) {
    byte[] identity = data.get("identity");
    byte[] knownHosts = data.get("known_hosts");
    if (identity == null || identity.length == 0) {
      throw invalid("the Secret has no key 'identity'", "Put the private key under 'identity'");
    }
    if (knownHosts == null || knownHosts.length == 0) {
      throw invalid(
          "the Secret has no key 'known_hosts'",
          "Put the server's host keys there: the output of ssh-keyscan HOST");
    }
    return new Credentials.SshKey(identity, text(data, "password"), knownHosts);
  }

  private static Optional<Credentials> basic(String username, String password) {
    if (username.isEmpty() && password.isEmpty()) {
      return Optional.empty();
    }
    if (username.isEmpty()) {
      throw invalid(
          "the Secret has a 'password' but no 'username'",
          "Add 'username'; for a token any name will do");
    }
    return Optional.of(new Credentials.Basic(username, password));
  }

  private static Optional<Credentials> inUrl(String url) {
    try {
      String userInfo = new URI(url).getRawUserInfo();
      if (userInfo == null || userInfo.isEmpty()) {
        return Optional.empty();
      }
      String[] parts = userInfo.split(":", 2);
      return Optional.of(
          new Credentials.Basic(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : ""));
    } catch (URISyntaxException notOurs) {
      return Optional.empty(); // whoever opens the URL says what is wrong with it
    }
  }

  /// What to bring to TLS. The keys that certificates have in Kubernetes win over Flux's older
  /// ones.
  ///
  /// @throws FailureException where a certificate has no key, or a key no certificate
  public static TlsMaterial tls(Map<String, byte[]> data) {
    byte[] certificate = first(data, "tls.crt", "certFile");
    byte[] key = first(data, "tls.key", "keyFile");
    if (certificate.length > 0 && key.length == 0) {
      throw invalid("the Secret has a client certificate but no key", "Add 'tls.key'");
    }
    if (key.length > 0 && certificate.length == 0) {
      throw invalid("the Secret has a client key but no certificate", "Add 'tls.crt'");
    }
    return new TlsMaterial(certificate, key, first(data, "ca.crt", "caFile"));
  }

  private static byte[] first(Map<String, byte[]> data, String key, String older) {
    return data.getOrDefault(key, data.getOrDefault(older, new byte[0]));
  }

  private static String text(Map<String, byte[]> data, String key) {
    return new String(data.getOrDefault(key, new byte[0]), StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static FailureException invalid(String message, String fix) {
    return FailureException.retrying(Reason.AUTHENTICATION_FAILED, message, fix);
  }
}
