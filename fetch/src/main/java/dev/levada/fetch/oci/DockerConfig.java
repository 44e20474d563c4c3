package dev.levada.fetch.oci;

import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.fetch.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Credentials for registries, as Docker keeps them and Kubernetes puts them into Secrets of the
/// type `kubernetes.io/dockerconfigjson`. The text form shows only for which registries.
public final class DockerConfig {

  private static final String FIX = "Make the Secret with `kubectl create secret docker-registry`";

  private final Map<String, Credentials> registries;

  private DockerConfig(Map<String, Credentials> registries) {
    this.registries = registries;
  }

  /// Reads the data of a Secret; the older `.dockercfg` is read too.
  ///
  /// @throws FailureException where it holds no such configuration
  public static DockerConfig ofSecret(Map<String, byte[]> data) {
    byte[] current = data.get(".dockerconfigjson");
    if (current != null) {
      return read(current);
    }
    byte[] older = data.get(".dockercfg");
    if (older == null) {
      throw invalid("the Secret has no key '.dockerconfigjson'");
    }
    return new DockerConfig(entries(mapping(older)));
  }

  /// Reads the text of a `config.json`.
  ///
  /// @throws FailureException where it is none
  public static DockerConfig read(byte[] json) {
    return new DockerConfig(entries(mapping(json).mappingAt("auths")));
  }

  private static Mapping mapping(byte[] json) {
    try {
      Node node = Json.read(json);
      if (node instanceof Mapping mapping) {
        return mapping;
      }
    } catch (MalformedManifest broken) {
      throw invalid("the Docker configuration in the Secret is " + broken.getMessage());
    }
    throw invalid("the Docker configuration in the Secret is no JSON object");
  }

  private static Map<String, Credentials> entries(Mapping auths) {
    var registries = new LinkedHashMap<String, Credentials>();
    auths
        .entries()
        .forEach((key, value) -> {
          if (value instanceof Mapping entry) {
            registries.putIfAbsent(host(key), credentials(key, entry));
          }
        });
    return registries;
  }

  private static Credentials credentials(String registry, Mapping entry) {
    if (!entry.textAt("identitytoken").isEmpty()) {
      return new Credentials.Basic(IDENTITY, entry.textAt("identitytoken"));
    }
    if (!entry.textAt("registrytoken").isEmpty()) {
      return new Credentials.Bearer(entry.textAt("registrytoken"));
    }
    String auth = entry.textAt("auth");
    if (auth.isEmpty()) {
      String username = entry.textAt("username");
      return username.isEmpty()
          ? new Credentials.None()
          : new Credentials.Basic(username, entry.textAt("password"));
    }
    try {
      String pair = new String(Base64.getMimeDecoder().decode(auth), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      if (colon > 0) {
        return new Credentials.Basic(
            pair.substring(0, colon), pair.substring(colon + 1).replaceAll("\0+$", ""));
      }
    } catch (IllegalArgumentException notBase64) {
      throw invalid("'auth' of " + registry + " in the Docker configuration is no base64");
    }
    throw invalid("'auth' of " + registry + " in the Docker configuration is no name:password");
  }

  /// The name that stands for "the password is an identity token", as registries know it.
  static final String IDENTITY = "<token>";

  /// What to show a registry: the entry with the longest matching path wins.
  public Credentials credentials(ImageName name) {
    String wanted = name.toString();
    Optional<String> best =
        registries.keySet().stream()
            .filter(key -> wanted.equals(key) || wanted.startsWith(key + "/") || isHost(key, name))
            .max(Comparator.comparingInt(String::length));
    return best.map(registries::get).orElseGet(Credentials.None::new);
  }

  /// The registries that there is something for.
  public List<String> registries() {
    return List.copyOf(registries.keySet());
  }

  private static boolean isHost(String key, ImageName name) {
    return key.startsWith("*.")
        && name.registry().endsWith(key.substring(1))
        && name.registry().indexOf('.') == name.registry().length() - key.length() + 1;
  }

  private static String host(String key) {
    String plain =
        key.replaceFirst("^https?://", "").replaceFirst("/v[12]/?$", "").replaceFirst("/+$", "");
    return plain.equals("docker.io")
            || plain.startsWith("docker.io/")
            || plain.equals("registry-1.docker.io")
        ? plain.replaceFirst("^(registry-1\\.)?docker\\.io", "index.docker.io")
        : plain;
  }

  private static FailureException invalid(String message) {
    return FailureException.retrying(Reason.AUTHENTICATION_FAILED, message, FIX);
  }

  @Override
  public String toString() {
    return "DockerConfig" + registries.keySet();
  }
}
