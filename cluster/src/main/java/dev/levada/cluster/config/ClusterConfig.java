package dev.levada.cluster.config;

import io.fabric8.kubernetes.client.Config;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Where a cluster's API server is, how to trust it and how to prove who we are.
public final class ClusterConfig {

  private static final Path SERVICE_ACCOUNT =
      Path.of("/var/run/secrets/kubernetes.io/serviceaccount");
  private static final Duration FILE_TOKEN_LIFETIME = Duration.ofSeconds(30);
  private static final Duration ISSUED_TOKEN_LIFETIME = Duration.ofMinutes(45);
  private static final Duration UNTIL_REJECTED = Duration.ofDays(365);

  private final URI server;
  private final String namespace;
  private final String user;
  private final Endpoint endpoint;

  /// What a connection needs beside the server's address.
  public record Endpoint(SSLContext tls, Credentials credentials, String proxy) {}

  private ClusterConfig(Config config, Credentials credentials) {
    this.server = URI.create(withoutSlash(config.getMasterUrl()));
    this.namespace = or(config.getNamespace(), "default");
    this.user = or(config.getImpersonateUsername(), "");
    this.endpoint =
        new Endpoint(TlsMaterial.of(config), credentials, or(config.getHttpsProxy(), ""));
  }

  /// Reads the given kubeconfig; without one, the files that `KUBECONFIG` names, else
  /// `~/.kube/config`, else the service account of the pod that this runs in.
  ///
  /// @throws Unusable where none of these is there, or the first that is cannot be used
  public static ClusterConfig load(Optional<Path> kubeconfig) {
    return load(
        kubeconfig, System.getenv(), Path.of(System.getProperty("user.home")), SERVICE_ACCOUNT);
  }

  static ClusterConfig load(
      Optional<Path> kubeconfig, Map<String, String> environment, Path home, Path account) {
    Path usual = home.resolve(".kube/config");
    if (kubeconfig.isPresent()) {
      return fromFiles(kubeconfig.get().toString());
    }
    if (!environment.getOrDefault("KUBECONFIG", "").isEmpty()) {
      return fromFiles(environment.getOrDefault("KUBECONFIG", ""));
    }
    if (Files.exists(usual)) {
      return fromFiles(usual.toString());
    }
    String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
    if (!host.isEmpty() && Files.exists(account.resolve("token"))) {
      return inCluster(host, environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443"), account);
    }
    throw new Unusable(
        "no cluster to talk to: no kubeconfig was given, KUBECONFIG is not set, "
            + usual
            + " does not exist and this is no pod with a service account. Give a kubeconfig,"
            + " or set KUBECONFIG");
  }

  /// Reads a kubeconfig that comes from a Secret. It may not reach for what is on this machine:
  /// files are refused, programs only run and certificates only go unchecked where that is allowed.
  ///
  /// @param text the kubeconfig
  /// @param allowPrograms whether a credential plugin may run
  /// @param allowInsecure whether it may switch off the check of the server's certificate
  /// @throws Unusable where it is no kubeconfig or asks for what is not allowed
  public static ClusterConfig ofSecret(String text, boolean allowPrograms, boolean allowInsecure) {
    Config config = Kubeconfigs.ofSecret(text, allowPrograms, allowInsecure);
    return of(config, () -> Kubeconfigs.ofSecret(text, allowPrograms, allowInsecure));
  }

  /// Describes a cluster that trusts tokens which somebody issues.
  ///
  /// @param address the API server's URL
  /// @param authority the PEM certificates that its certificate is checked against; empty for those
  ///   that this machine trusts
  /// @param tokens gives a token that is good for an hour
  /// @throws Unusable where the address or the certificates cannot be used
  public static ClusterConfig ofTokens(String address, String authority, Supplier<String> tokens) {
    Config config = Config.empty();
    config.setMasterUrl(address);
    if (!authority.isEmpty()) {
      byte[] pem = authority.getBytes(StandardCharsets.UTF_8);
      config.setCaCertData(Base64.getEncoder().encodeToString(pem));
    }
    var token = new RenewedToken(tokens.get(), tokens, ISSUED_TOKEN_LIFETIME, System::nanoTime);
    return new ClusterConfig(config, token);
  }

  private static ClusterConfig fromFiles(String paths) {
    return of(Kubeconfigs.fromFiles(paths), () -> Kubeconfigs.fromFiles(paths));
  }

  private static ClusterConfig of(Config config, Supplier<Config> again) {
    Optional<Path> tokenFile = Kubeconfigs.tokenFile(config);
    if (tokenFile.isPresent()) {
      return new ClusterConfig(config, fileToken(tokenFile.get()));
    }
    return new ClusterConfig(
        config,
        new RenewedToken(
            Kubeconfigs.token(config),
            () -> Kubeconfigs.token(again.get()),
            UNTIL_REJECTED,
            System::nanoTime));
  }

  private static ClusterConfig inCluster(String host, String port, Path account) {
    Config config = Config.empty();
    String bracketed = host.contains(":") ? "[" + host + "]" : host;
    config.setMasterUrl("https://" + bracketed + ":" + port);
    config.setCaCertFile(account.resolve("ca.crt").toString());
    config.setNamespace(Kubeconfigs.read(account.resolve("namespace")));
    return new ClusterConfig(config, fileToken(account.resolve("token")));
  }

  private static Credentials fileToken(Path file) {
    return new RenewedToken(
        Kubeconfigs.read(file),
        () -> Kubeconfigs.read(file),
        FILE_TOKEN_LIFETIME,
        System::nanoTime);
  }

  private static String withoutSlash(@Nullable String url) {
    String text = or(url, "");
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null || text.isEmpty() ? otherwise : text;
  }

  /// The API server's address, with the path that all requests begin with.
  public URI server() {
    return server;
  }

  /// The namespace of the kubeconfig's context, or of the pod; `default` where none is said.
  public String namespace() {
    return namespace;
  }

  /// Whom the kubeconfig wants to act as; empty for nobody else.
  public String user() {
    return user;
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  /// There is no cluster to talk to, or its description cannot be used.
  public static final class Unusable extends RuntimeException {

    /// @param message what was looked for or read, what is wrong, and what to do
    public Unusable(String message) {
      super(message);
    }

    Unusable(String message, Exception cause) {
      super(message, cause);
    }
  }
}
