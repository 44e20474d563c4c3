package dev.levada.cluster.config;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads kubeconfigs.
final class Kubeconfigs {

  private Kubeconfigs() {}

  /// One file, or several as `KUBECONFIG` names them; the first that says something wins.
  static Config fromFiles(String paths) {
    var parsed = new ArrayList<io.fabric8.kubernetes.api.model.Config>();
    for (String path : paths.split(File.pathSeparator, -1)) {
      if (!path.isEmpty() && Files.exists(Path.of(path))) {
        parsed.add(parsed(path));
      }
    }
    if (parsed.isEmpty()) {
      throw new ClusterConfig.Unusable(
          "kubeconfig " + paths + " does not exist. Give the path of one that does");
    }
    return merged(parsed, "kubeconfig " + paths);
  }

  /// A kubeconfig that must not reach for what is on this machine.
  static Config ofSecret(String text, boolean allowPrograms, boolean allowInsecure) {
    String name = "the kubeconfig in the Secret";
    try {
      var parsed = KubeConfigUtils.parseConfigFromString(text);
      if (parsed == null) {
        throw new ClusterConfig.Unusable(name + " is empty. Put a kubeconfig under its key");
      }
      parsed.getUsers().forEach(user -> judge(user.getUser(), allowPrograms));
      parsed.getClusters().forEach(cluster -> judge(cluster.getCluster(), allowInsecure));
      return merged(List.of(parsed), name);
    } catch (KubernetesClientException | IllegalArgumentException e) {
      throw new ClusterConfig.Unusable(name + " is not one. Put a kubeconfig under its key", e);
    }
  }

  private static void judge(@Nullable AuthInfo user, boolean allowPrograms) {
    if (user == null) {
      return;
    }
    refuseFile("tokenFile", user.getTokenFile(), "token");
    refuseFile("client-certificate", user.getClientCertificate(), "client-certificate-data");
    refuseFile("client-key", user.getClientKey(), "client-key-data");
    if (user.getExec() != null && !allowPrograms) {
      throw new ClusterConfig.Unusable(
          "the kubeconfig in the Secret runs a program (exec), which is not allowed. Use a token or"
              + " a client certificate, or start Levada with --insecure-kubeconfig-exec");
    }
  }

  private static void judge(@Nullable Cluster cluster, boolean allowInsecure) {
    if (cluster == null) {
      return;
    }
    refuseFile(
        "certificate-authority", cluster.getCertificateAuthority(), "certificate-authority-data");
    if (Boolean.TRUE.equals(cluster.getInsecureSkipTlsVerify()) && !allowInsecure) {
      throw new ClusterConfig.Unusable(
          "the kubeconfig in the Secret sets insecure-skip-tls-verify, which is not allowed. Give"
              + " certificate-authority-data, or start Levada with --insecure-kubeconfig-tls");
    }
  }

  private static void refuseFile(String field, @Nullable String path, String instead) {
    if (path != null && !path.isEmpty()) {
      throw new ClusterConfig.Unusable(
          "the kubeconfig in the Secret names a file in "
              + field
              + ", which is not allowed. Put the content into "
              + instead);
    }
  }

  private static io.fabric8.kubernetes.api.model.Config parsed(String path) {
    try {
      return Objects.requireNonNull(KubeConfigUtils.parseConfig(new File(path)));
    } catch (KubernetesClientException | IllegalArgumentException | NullPointerException e) {
      throw new ClusterConfig.Unusable(
          "kubeconfig " + path + " cannot be read. Check that it is a kubeconfig", e);
    }
  }

  private static Config merged(List<io.fabric8.kubernetes.api.model.Config> parsed, String name) {
    Config config = Config.empty();
    try {
      KubeConfigUtils.merge(
          config, null, parsed.toArray(io.fabric8.kubernetes.api.model.Config[]::new));
    } catch (KubernetesClientException e) {
      throw new ClusterConfig.Unusable(name + " cannot be used (" + e.getMessage() + ")", e);
    }
    NamedContext context = config.getCurrentContext();
    if (context == null) {
      throw new ClusterConfig.Unusable(
          name
              + " has no current-context that it defines. Set one with kubectl config use-context");
    }
    requireCredential(config, parsed, context);
    return config;
  }

  // Without it all requests would be those of nobody, and be refused for reasons that mislead.
  private static void requireCredential(
      Config config, List<io.fabric8.kubernetes.api.model.Config> parsed, NamedContext context) {
    boolean nothing = token(config).isEmpty() && config.getClientCertData() == null;
    if (nothing && user(parsed, context).map(AuthInfo::getExec).isPresent()) {
      throw new ClusterConfig.Unusable(
          "the credential plugin of user "
              + context.getContext().getUser()
              + " gave neither a token nor a certificate. Run kubectl version with the same"
              + " kubeconfig to see why");
    }
  }

  private static Optional<AuthInfo> user(
      List<io.fabric8.kubernetes.api.model.Config> parsed, NamedContext context) {
    return parsed.stream()
        .flatMap(config -> config.getUsers().stream())
        .filter(user -> Objects.equals(user.getName(), context.getContext().getUser()))
        .map(NamedAuthInfo::getUser)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /// The token in the description, be it written there or fetched by a program; empty for none.
  static String token(Config config) {
    String own = config.getOauthToken();
    String fetched = config.getAutoOAuthToken();
    return own != null ? own : fetched != null ? fetched : "";
  }

  /// The file that the current user's token is in.
  static Optional<Path> tokenFile(Config config) {
    NamedContext context = config.getCurrentContext();
    File file = config.getFileWithAuthInfo();
    if (context == null || file == null) {
      return Optional.empty();
    }
    return user(List.of(parsed(file.toString())), context)
        .map(AuthInfo::getTokenFile)
        .filter(path -> !path.isEmpty())
        .map(path -> file.toPath().resolveSibling(path));
  }

  /// A small file's text without the white space around it.
  static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new ClusterConfig.Unusable(
          file + " cannot be read (" + e.getMessage() + "). Check that it is there", e);
    }
  }
}
